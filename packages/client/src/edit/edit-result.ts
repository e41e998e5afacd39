import type { TurnStatus, TurnTimings } from "../turn/index.ts";
import type { Anchor } from "./anchored/index.ts";
import type { CheckResult } from "./check/index.ts";
import type { Declined } from "./declined.ts";
import type { Hunk } from "./hunk.ts";
import type { Verification } from "./verify/index.ts";

export interface EditResult {
  /**
   * The whole edited code. If the edit was cut short (see `status`), the original with the changes completed by then,
   * never half a file.
   */
  readonly code: string;
  /** The changes; `applyHunks(original, hunks)` is `code`. */
  readonly hunks: readonly Hunk[];
  /** The changes as a unified diff; empty if there are none. */
  readonly diff: string;
  /** True if the answer changes nothing or the model declined. This does not mean that the code needs no change. */
  readonly unchanged: boolean;
  /** Set if the model says that it cannot make the edit; `code` is then the original. */
  readonly declined: Declined | null;
  /** For an anchored edit, each block of the answer and its place, if any; null for a whole one. */
  readonly anchors: readonly Anchor[] | null;
  readonly verification: Verification;
  /** The checks that were run on `code`, up to the first that fails; empty if none was requested. */
  readonly checks: readonly CheckResult[];
  readonly timings: TurnTimings;
  readonly status: TurnStatus;
  /** The code as the model sent it, possibly incomplete; for a selection, only the selected lines. */
  readonly answer: string;
  /**
   * The id of the last response, which can only be continued on its own connection; `null` if the edit was interrupted
   * before the server began one.
   */
  readonly responseId: string | null;
  readonly model: string | null;
}
