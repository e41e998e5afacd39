import type { TurnStatus, TurnTimings } from "../turn/index.ts";
import type { Hunk } from "./hunk.ts";

/** Whether the edited code parses. */
export interface Verification {
  /** `null`: it could not be checked; `reason` says why. */
  readonly parses: boolean | null;
  /** Whether the original parsed, so that an edit of broken code is not blamed for it. */
  readonly parsedBefore: boolean | null;
  /** The language it was checked as; `null` if it is not known. */
  readonly language: string | null;
  readonly errors: readonly SyntaxIssue[];
  readonly reason?: string;
}

/** Where the code does not parse. Line and column are 1-based; the column counts UTF-16 units. */
export interface SyntaxIssue {
  readonly line: number;
  readonly column: number;
  readonly message: string;
}

export interface EditResult {
  /**
   * The whole code, edited. Of an edit that was cut short (`status`), the original with the changes that had
   * settled by then: never half a file.
   */
  readonly code: string;
  /** The changes; `applyHunks(original, hunks)` is `code`. */
  readonly hunks: readonly Hunk[];
  /** The changes as a unified diff; empty if there are none. */
  readonly diff: string;
  readonly unchanged: boolean;
  readonly verification: Verification;
  readonly timings: TurnTimings;
  readonly status: TurnStatus;
  /** The code as the model sent it, as far as it came: of a selection, the selected lines. */
  readonly answer: string;
  /** The last response; `null` if the edit was interrupted before the server had begun one. */
  readonly responseId: string | null;
  readonly model: string | null;
}
