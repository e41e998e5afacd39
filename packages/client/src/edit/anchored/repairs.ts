import { type Anchor, complaintOf } from "./anchor.ts";
import type { AnchoredAnswer } from "./anchored-answer.ts";

/** How often one edit asks for a block again that has no place in the code. */
const MOST_REPAIRS = 2;

/**
 * A block without a place stops the model at its next step: it is told why by a steer, and sends the block again while
 * those that are placed stay. Where the steer is not taken, the answer goes on without the block.
 */
export class Repairs {
  readonly #steer: (text: string) => Promise<unknown>;
  #asked = new Set<Anchor>();
  #pending = false;
  /** Whether the answer that begins next is to a steer of the caller's. */
  #isSteered = false;

  constructor(steer: (text: string) => Promise<unknown>) {
    this.#steer = steer;
  }

  /** Looks at an answer of which more has arrived. */
  check(answer: AnchoredAnswer): void {
    const last = answer.anchors.at(-1);
    if (last === undefined || this.#pending || this.#asked.size >= MOST_REPAIRS || this.#asked.has(last))
      return;
    const complaint = complaintOf(last);
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

  /** A steer of the caller's was accepted: what is placed may be void with that. */
  steered(): void {
    this.#isSteered = true;
  }

  /** The model begins another answer. Whether the caller's own steers led to it. */
  restarted(): boolean {
    const isSteered = this.#isSteered;
    this.#pending = false;
    this.#isSteered = false;
    return isSteered;
  }
}
