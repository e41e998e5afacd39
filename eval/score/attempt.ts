import type { TestVerdict } from "../tests/index.ts";

/**
 * - `answered`: with code.
 * - `unsure`: the model said that it cannot do it.
 * - `cut_off`: a token limit ended the answer.
 * - `failed`: there was no answer; `error` says why.
 */
export type Outcome = "answered" | "unsure" | "cut_off" | "failed";

/** One edit that was asked for, and what came of it. Null: not known, or not said by the suite. */
export interface Attempt {
  readonly problem: string;
  readonly family: string;
  readonly phrasing: string;
  readonly outcome: Outcome;
  readonly error: string | null;
  /** The edited code; null unless answered. */
  readonly code: string | null;
  readonly unchanged: boolean | null;
  /** As the reference answer, but for white space at the ends of lines. */
  readonly exact: boolean | null;
  /** As the reference answer, but for layout and comments. */
  readonly same_tree: boolean | null;
  readonly parses: boolean | null;
  /**
   * Whether people are told that something about it may be wrong: it does not parse, a change stands out, or the model
   * is not sure.
   */
  readonly flagged: boolean | null;
  /** The probability that the model gives to its answer. */
  readonly confidence: number | null;
  readonly tests: TestVerdict | null;
  /** What was changed that was to be left alone. */
  readonly violations: readonly string[] | null;
  /** The tests pass and nothing was changed that was to be left alone; without tests: the same tree as the reference. */
  readonly solved: boolean;
  /**
   * Whether code that was to stay as it is was changed and nothing says so: it parses, no change stands out, and the model is sure. Null
   * where something was to be changed.
   */
  readonly silent_corruption: boolean | null;
  /** Lines removed or added that the reference answer does not remove or add. */
  readonly excess_lines: number | null;
  readonly first_token_ms: number | null;
  readonly total_ms: number | null;
  readonly tokens_per_second: number | null;
  readonly output_tokens: number | null;
}
