import type { TurnResult } from "../turn/index.ts";

/** The model says that it cannot make the edit. */
export interface Declined {
  readonly code: "model_unsure";
  /** For people, and what to do instead. */
  readonly message: string;
}

/** By which edit models say so, where a server that does not know them hands it on as text. */
const UNSURE = "<|unsure|>";

/** Null where the answer is an edit. `answer` is its code. */
export function declinedBy({ refusal }: TurnResult, answer: string): Declined | null {
  const message =
    refusal ??
    (answer.trim() === UNSURE
      ? "the model is unsure of this edit: ask for less at once, or use a larger model"
      : null);
  return message === null ? null : { code: "model_unsure", message };
}
