/** A response is told as a whole when it begins (twice) and when it ends. */
const WHOLE = 3;

/**
 * How much one reader may leave unread. That what it is sent is large is no sign that it is slow: responses that echo long
 * instructions are let through, and only what comes besides is counted.
 */
export class Allowance {
  /** Bytes of the largest event so far. */
  #largest = 0;

  /** Takes in what is about to be sent. */
  note(event: string): void {
    if (event.length > this.#largest) this.#largest = Buffer.byteLength(event);
  }

  /** Whether `unread` bytes are too many, where `limit` may be left. */
  isExceeded(unread: number, limit: number): boolean {
    return unread > limit + WHOLE * this.#largest;
  }
}
