import type { Held, Tick } from "../../tick/index.ts";

/** Bytes that do not wait for more. */
const ENOUGH = 64 * 1024;

/**
 * Pieces of one answer that wait for one another where this thread is busy: what has to be done for each piece, from its
 * parsing to the client's socket, is most of what a token costs. Where there is time to spare nothing waits.
 */
export class Gathering implements Held {
  readonly #tick: Tick;
  readonly #take: (piece: Buffer) => void;
  #pieces: Buffer[] = [];
  #bytes = 0;
  #isHeld = false;
  /** When some were handed over last, in milliseconds. */
  #handed = Number.NEGATIVE_INFINITY;

  constructor(tick: Tick, take: (piece: Buffer) => void) {
    this.#tick = tick;
    this.#take = take;
  }

  add(piece: Buffer): void {
    this.#pieces.push(piece);
    this.#bytes += piece.length;
    if (this.#bytes >= ENOUGH) this.now();
    if (this.#isHeld || this.#bytes === 0) return;
    const now = performance.now();
    if (now - this.#handed >= this.#tick.waitAt(now)) {
      this.now();
      return;
    }
    this.#isHeld = true;
    this.#tick.hold(this);
  }

  /** Hands over what waits. */
  now(): void {
    this.#isHeld = false;
    if (this.#bytes === 0) return;
    const [first, ...others] = this.#pieces;
    const piece =
      first !== undefined && others.length === 0 ? first : Buffer.concat(this.#pieces, this.#bytes);
    this.#pieces = [];
    this.#bytes = 0;
    this.#handed = performance.now();
    this.#take(piece);
  }
}
