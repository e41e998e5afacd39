import type { LiveTurn } from "../turn/index.ts";
import type { EditContext } from "./edit-context.ts";
import type { EditEvent } from "./edit-event.ts";
import type { EditResult } from "./edit-result.ts";
import type { EditTask } from "./edit-task.ts";
import type { Preview } from "./preview.ts";

/** An edit that is being made, as its turn shows it. */
export interface EditMaking {
  readonly prediction: string | null;
  readonly mode: "whole" | "anchored";
  preview(): Preview;
}

/** Sends the edit of a turn, and ends the turn with its result. Throws {@link FlintError} `invalid_argument`. */
export type MakeEdit = (
  turn: LiveTurn<EditResult, EditEvent>,
  context: EditContext,
  task: EditTask,
) => EditMaking;

/**
 * Returns what makes edits, the larger part of the client, or a promise while it is loading. The promise rejects with a
 * {@link FlintError} `connection_failed`.
 */
export type LoadEdits = () => MakeEdit | Promise<MakeEdit>;
