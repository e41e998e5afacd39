import type { Held, Tick } from "../../tick/index.ts";

/** Number of bytes passed on without a delay. */
const ENOUGH = 64 * 1024;

/**
 * Collects pieces of an answer to process them together: the work per piece, from parsing to the client's socket, is most
 * of a token's cost. Pieces of one read are always combined. On a busy thread, so are pieces within a tick if the
 * connection's reads could not be delayed, as with HTTP/2 and proxies.
 */
export class Gathering implements Held {
  readonly #tick: Tick;
  readonly #take: (piece: Buffer) => void;
  #pieces: Buffer[] = [];
  #bytes = 0;
  #isHeld = false;
  /** When pieces were last passed on, in milliseconds. */
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
    this.#isHeld = true;
    const now = performance.now();
    // Half of it, since a connection delayed until the last tick may have started in the middle of the tick.
    if (now - this.#handed >= this.#tick.waitAt(now) / 2) queueMicrotask(() => this.now());
    else this.#tick.hold(this);
  }

  /** Passes on the collected pieces. */
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
