import type { Turn, TurnStatus } from "../../turn/index.ts";
import type { CheckResult } from "../check/index.ts";
import type { EditEvent } from "../edit-event.ts";
import type { EditResult } from "../edit-result.ts";
import type { EditTurn } from "../edit-turn.ts";

/** What one file's edit tells. */
export interface EditSetEvent {
  readonly path: string;
  readonly event: EditEvent;
}

export interface FileEdit extends EditResult {
  readonly path: string;
}

/** Changes that belong together: to be written all or none. */
export interface EditSetResult {
  /** In the order of the files. */
  readonly files: readonly FileEdit[];
  /** The changes of all files as one unified diff; empty if there are none. */
  readonly diff: string;
  /** No file was changed. */
  readonly unchanged: boolean;
  /** The checks that were run on all files together, up to the first that they do not pass. */
  readonly checks: readonly CheckResult[];
  /** `completed` where each file's edit is; else the first other one's. */
  readonly status: TurnStatus;
}

/** Edits of several files under way. `interrupt` and `steer` mean all that still run. */
export interface EditSetTurn extends Turn<EditSetResult, EditSetEvent> {
  /** One for each file, in their order. */
  readonly turns: readonly EditTurn[];
}
