import type { Held, Tick } from "../../tick/index.ts";

/** Bytes that do not wait for more. */
const ENOUGH = 64 * 1024;

/**
 * Pieces of one answer that go on together: what has to be done for each, from its parsing to the client's socket, is most
 * of what a token costs. Those that come of one reading do; on a busy thread, where nothing has had the connection itself
 * wait, as nothing can with HTTP/2 and proxies, those within a tick.
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
    this.#isHeld = true;
    const now = performance.now();
    // Half of it: a connection that has waited for the last tick may have begun in its midst.
    if (now - this.#handed >= this.#tick.waitAt(now) / 2) queueMicrotask(() => this.now());
    else this.#tick.hold(this);
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
