import type { Turn } from "../turn/index.ts";
import type { EditEvent } from "./edit-event.ts";
import type { EditResult } from "./edit-result.ts";
import type { Preview } from "./preview.ts";

/** A running edit. */
export interface EditTurn extends Turn<EditResult, EditEvent> {
  /** The predicted text that makes the edit faster; `null` if there is none. */
  readonly prediction: string | null;
  /** How the model was asked to answer: with the whole code or with the changes only; `null` before it was asked. */
  readonly mode: "whole" | "anchored" | null;
  /** The current state of the edit. Takes time in proportion to the length of the code. */
  preview(): Preview;
}
