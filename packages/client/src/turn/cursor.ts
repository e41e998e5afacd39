import type { ServerFrame } from "@flint/protocol";
import type { Resume } from "../connection/index.ts";

/** The last event received of a response, for resuming it after a lost connection. */
export class Cursor {
  readonly responseId: string;
  #lastSeen = -1;
  /** Consecutive attempts that brought no new event. */
  #attempts = 0;

  constructor(responseId: string) {
    this.responseId = responseId;
  }

  advance({ sequence_number }: ServerFrame): void {
    if (typeof sequence_number !== "number" || sequence_number <= this.#lastSeen) return;
    this.#lastSeen = sequence_number;
    this.#attempts = 0;
  }

  /** Returns where to resume; null if no event has arrived or `limit` attempts failed. */
  next(limit: number): Resume | null {
    if (this.#lastSeen === -1 || this.#attempts >= limit) return null;
    return { responseId: this.responseId, lastSeen: this.#lastSeen, attempt: this.#attempts++ };
  }
}
