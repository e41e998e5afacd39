import type { Turn } from "../turn/index.ts";
import type { EditEvent } from "./edit-event.ts";
import type { EditResult } from "./edit-result.ts";
import type { Preview } from "./preview.ts";

/** An edit under way. */
export interface EditTurn extends Turn<EditResult, EditEvent> {
  /** The draft text that speeds the edit up; `null` if there is none. */
  readonly prediction: string | null;
  /** How the model was asked to answer: with the whole code or with the changes alone; `null` before that. */
  readonly mode: "whole" | "anchored" | null;
  /** How the edit stands now. Costs time in proportion to the code. */
  preview(): Preview;
}
