import type { TestVerdict } from "../tests/index.ts";

/**
 * How an attempt ended.
 * - `answered`: with code.
 * - `unsure`: the model declined.
 * - `cut_off`: a token limit ended the answer.
 * - `failed`: there was no answer; `error` says why.
 */
export type Outcome = "answered" | "unsure" | "cut_off" | "failed";

/** One requested edit and its result. Null: unknown, or not defined by the suite. */
export interface Attempt {
  readonly problem: string;
  readonly family: string;
  readonly phrasing: string;
  readonly outcome: Outcome;
  readonly error: string | null;
  /** The edited code; null unless answered. */
  readonly code: string | null;
  readonly unchanged: boolean | null;
  /** Equals a correct answer except for trailing white space. */
  readonly exact: boolean | null;
  /** Equals a correct answer except for layout and comments. */
  readonly same_tree: boolean | null;
  readonly parses: boolean | null;
  /**
   * Whether the user is warned that the answer may be wrong: it does not parse, a change stands out, or the model is
   * unsure.
   */
  readonly flagged: boolean | null;
  /** The probability that the model assigns to its answer. */
  readonly confidence: number | null;
  readonly tests: TestVerdict | null;
  /** Changes to what had to stay the same. */
  readonly violations: readonly string[] | null;
  /**
   * Whether the tests pass and the scope is respected. Without tests: whether it has the same tree as a correct answer.
   */
  readonly solved: boolean;
  /**
   * Whether code that had to stay the same was changed without a warning (see {@link Attempt.flagged}). Null if the
   * edit required a change.
   */
  readonly silent_corruption: boolean | null;
  /** Lines removed or added that the reference answer does not remove or add. */
  readonly excess_lines: number | null;
  readonly first_token_ms: number | null;
  readonly total_ms: number | null;
  readonly tokens_per_second: number | null;
  readonly output_tokens: number | null;
}
