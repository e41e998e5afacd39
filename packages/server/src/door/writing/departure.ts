import type { WriteTick } from "./write-tick.ts";

/**
 * When what one reader is to be sent leaves, so that it leaves in as few writes as can be: a system call for each event
 * is most of what a token costs. What comes in one turn of the event loop leaves at its end. Deltas that follow others
 * within the tick's wait leave with the tick; the first one of a response does not wait, and whatever is no delta takes
 * along what has waited.
 */
export class Departure {
  readonly #tick: WriteTick;
  readonly #leave: () => void;
  #due: "no" | "with the tick" | "this turn" = "no";
  #hasDelta = false;
  /** When deltas left last, in milliseconds. */
  #left = Number.NEGATIVE_INFINITY;

  /** `leave` writes what has come since it was last called. */
  constructor(tick: WriteTick, leave: () => void) {
    this.#tick = tick;
    this.#leave = leave;
  }

  /** Something has come that does not wait. */
  soon(): void {
    if (this.#due === "this turn") return;
    this.#due = "this turn";
    // After the code that runs, and the promises that it settles.
    process.nextTick(() => this.now());
  }

  /** A delta has come. */
  delta(): void {
    this.#hasDelta = true;
    if (this.#due !== "no") return;
    if (performance.now() - this.#left >= this.#tick.wait) {
      this.soon();
      return;
    }
    this.#due = "with the tick";
    this.#tick.hold(this);
  }

  now(): void {
    this.#due = "no";
    if (this.#hasDelta) this.#left = performance.now();
    this.#hasDelta = false;
    this.#leave();
  }
}
