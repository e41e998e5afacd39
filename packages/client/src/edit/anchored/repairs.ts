import { type Anchor, retryMessage } from "./anchor.ts";
import type { AnchoredAnswer } from "./anchored-answer.ts";

/** How often an edit may ask for a block again. */
const MOST_REPAIRS = 2;

/**
 * Asks the model to repeat a block that has no place: a steer stops it at its next step and says why, and placed blocks
 * stay. If the steer fails, the answer continues without the block.
 */
export class Repairs {
  readonly #steer: (text: string) => Promise<unknown>;
  #asked = new Set<Anchor>();
  #pending = false;
  /** Whether the next answer is caused by a steer of the caller. */
  #isSteered = false;

  constructor(steer: (text: string) => Promise<unknown>) {
    this.#steer = steer;
  }

  /** Checks an answer after more of it has arrived. */
  check(answer: AnchoredAnswer): void {
    const last = answer.anchors.at(-1);
    if (last === undefined || this.#pending || this.#asked.size >= MOST_REPAIRS || this.#asked.has(last))
      return;
    const complaint = retryMessage(last);
    if (complaint === null) return;
    this.#asked.add(last);
    this.#pending = true;
    this.#steer(complaint).then(
      () => answer.forget(last),
      () => {
        this.#pending = false;
      },
    );
  }

  /** A steer of the caller was accepted, which may void the placed blocks. */
  noteSteer(): void {
    this.#isSteered = true;
  }

  /** The model starts another answer. Returns whether a steer of the caller caused it. */
  noteRestart(): boolean {
    const isSteered = this.#isSteered;
    this.#pending = false;
    this.#isSteered = false;
    return isSteered;
  }
}
