import type { TurnResult } from "../turn/index.ts";

/** The model declined to make the edit. */
export interface Declined {
  readonly code: "model_unsure";
  /** Human-readable; says what to do instead. */
  readonly message: string;
}

/** How edit models decline, for servers that do not know this token and pass it on as text. */
const UNSURE = "<|unsure|>";

/** Returns null if the answer is an edit. `answer` is its code. */
export function declinedBy({ refusal }: TurnResult, answer: string): Declined | null {
  const message =
    refusal ??
    (answer.trim() === UNSURE
      ? "the model is unsure of this edit: ask for less at once, or use a larger model"
      : null);
  return message === null ? null : { code: "model_unsure", message };
}
