import type { Tick } from "@flint/engine";

/** Milliseconds over the tick's wait that nothing is held for longer than. */
const STARVED = 2;

/**
 * When what one reader is to be sent leaves, so that it leaves in as few writes as can be: a system call for each event
 * is most of what a token costs. What comes in one turn of the event loop leaves at its end. Deltas that follow others
 * within the tick's wait leave with the tick; the first one of a response does not wait, and whatever is no delta takes
 * along what has waited.
 */
export class Departure {
  readonly #tick: Tick;
  readonly #leave: () => void;
  #due: "no" | "with the tick" | "this turn" = "no";
  #hasDelta = false;
  /** When what is held first came, and when deltas left last, in milliseconds. */
  #since = 0;
  #left = Number.NEGATIVE_INFINITY;

  /** `leave` writes what has come since it was last called. */
  constructor(tick: Tick, leave: () => void) {
    this.#tick = tick;
    this.#leave = leave;
  }

  /** Something has come that does not wait. */
  soon(): void {
    if (this.#due === "this turn") this.#leaveIfStarved(performance.now());
    else this.#leaveThisTurn(performance.now());
  }

  /** A delta has come. */
  delta(): void {
    this.#hasDelta = true;
    const now = performance.now();
    if (this.#due !== "no") this.#leaveIfStarved(now);
    else if (now - this.#left >= this.#tick.waitAt(now)) this.#leaveThisTurn(now);
    else {
      this.#due = "with the tick";
      this.#since = now;
      this.#tick.hold(this);
    }
  }

  #leaveThisTurn(now: number): void {
    if (this.#due === "no") this.#since = now;
    this.#due = "this turn";
    // After the code that runs, and the promises that it settles.
    process.nextTick(() => this.now());
  }

  /** An engine that has everything at hand settles promises without end, and the turn's end does not come. */
  #leaveIfStarved(now: number): void {
    if (now - this.#since > this.#tick.waitAt(now) + STARVED) this.now();
  }

  now(): void {
    this.#due = "no";
    if (this.#hasDelta) this.#left = performance.now();
    this.#hasDelta = false;
    this.#leave();
  }
}
