import type { ServerFrame } from "@flint/protocol";
import type { Resume } from "../connection/index.ts";

/** How far a response's events have come, so that it can be taken up again after a lost connection. */
export class Cursor {
  readonly responseId: string;
  #lastSeen = -1;
  /** Attempts in a row that brought no new event. */
  #attempts = 0;

  constructor(responseId: string) {
    this.responseId = responseId;
  }

  passed({ sequence_number }: ServerFrame): void {
    if (typeof sequence_number !== "number" || sequence_number <= this.#lastSeen) return;
    this.#lastSeen = sequence_number;
    this.#attempts = 0;
  }

  /** Where to go on; null if that cannot be said, or was tried `limit` times in vain. */
  next(limit: number): Resume | null {
    if (this.#lastSeen === -1 || this.#attempts >= limit) return null;
    return { responseId: this.responseId, lastSeen: this.#lastSeen, attempt: this.#attempts++ };
  }
}
