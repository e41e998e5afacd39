/** How often an event contains the whole response: twice when it begins, once when it ends. */
const WHOLE = 3;

/**
 * Limits how much a reader may leave unread. Large events are no sign of a slow reader: responses that echo long
 * instructions are allowed, and only the bytes beyond them count.
 */
export class Allowance {
  /** Size of the largest event so far, in bytes. */
  #largest = 0;

  /** Notes an event that is about to be sent. */
  note(event: string): void {
    if (event.length > this.#largest) this.#largest = Buffer.byteLength(event);
  }

  /** Whether `unread` bytes are too many, given that `limit` are allowed. */
  isExceeded(unread: number, limit: number): boolean {
    return unread > limit + WHOLE * this.#largest;
  }
}
