import type { Turn, TurnStatus } from "../../turn/index.ts";
import type { CheckResult } from "../check/index.ts";
import type { EditEvent } from "../edit-event.ts";
import type { EditResult } from "../edit-result.ts";
import type { EditTurn } from "../edit-turn.ts";

/** An event of one file's edit. */
export interface EditSetEvent {
  readonly path: string;
  readonly event: EditEvent;
}

export interface FileEdit extends EditResult {
  readonly path: string;
}

/** Changes that belong together: write all of them or none. */
export interface EditSetResult {
  /** In the order of the request's files. */
  readonly files: readonly FileEdit[];
  /** The changes of all files as one unified diff; empty if there are none. */
  readonly diff: string;
  /** True if no file was changed. */
  readonly unchanged: boolean;
  /** The checks that ran on all files together, up to the first that fails. */
  readonly checks: readonly CheckResult[];
  /** `completed` if all edits are; otherwise the first other status. */
  readonly status: TurnStatus;
}

/** A running edit of several files. `interrupt` and `steer` apply to all edits that still run. */
export interface EditSetTurn extends Turn<EditSetResult, EditSetEvent> {
  /** The edit of each file, in order. */
  readonly turns: readonly EditTurn[];
}
