import type { TurnStatus, TurnTimings } from "../turn/index.ts";
import type { Anchor } from "./anchored/index.ts";
import type { CheckResult } from "./check/index.ts";
import type { Declined } from "./declined.ts";
import type { Hunk } from "./hunk.ts";
import type { Verification } from "./verify/index.ts";

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
  /** The answer has no change, or the model declined. Whether the code needs one, it does not say. */
  readonly unchanged: boolean;
  /** Set where the model says that it cannot make the edit: `code` is then the original. */
  readonly declined: Declined | null;
  /** Of an anchored edit: each block of the answer, and whether it had its place. Null of a whole one. */
  readonly anchors: readonly Anchor[] | null;
  readonly verification: Verification;
  /** The checks that were run on `code`, up to the first that it does not pass; empty if none was asked for. */
  readonly checks: readonly CheckResult[];
  readonly timings: TurnTimings;
  readonly status: TurnStatus;
  /** The code as the model sent it, as far as it came: of a selection, the selected lines. */
  readonly answer: string;
  /**
   * The last response, which can be continued on its own connection only; `null` if the edit was interrupted before
   * the server had begun one.
   */
  readonly responseId: string | null;
  readonly model: string | null;
}
