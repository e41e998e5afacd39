import type { Tick } from "@flint/engine";

/** How long anything may be held beyond the tick's wait, in ms. */
const STARVED = 2;

/**
 * Schedules the writes to one reader, in as few as possible: a system call per event is most of a token's cost.
 * Everything that arrives in one turn of the event loop is written at its end. Deltas that follow others within the
 * tick's wait are written at the tick; the first delta of a response is not delayed, and any other event flushes the
 * deltas held back.
 */
export class WriteSchedule {
  readonly #tick: Tick;
  readonly #write: () => void;
  #due: "no" | "with the tick" | "this turn" = "no";
  #hasDelta = false;
  /** When the oldest held event arrived, and when deltas were last written, in ms. */
  #since = 0;
  #left = Number.NEGATIVE_INFINITY;

  /** `leave` writes what has arrived since its last call. */
  constructor(tick: Tick, leave: () => void) {
    this.#tick = tick;
    this.#write = leave;
  }

  /** Schedules an event that must not be delayed. */
  schedule(): void {
    if (this.#due === "this turn") this.#writeIfStarved(performance.now());
    else this.#writeThisTurn(performance.now());
  }

  /** Schedules a delta. */
  scheduleDelta(): void {
    this.#hasDelta = true;
    const now = performance.now();
    if (this.#due !== "no") this.#writeIfStarved(now);
    else if (now - this.#left >= this.#tick.waitAt(now)) this.#writeThisTurn(now);
    else {
      this.#due = "with the tick";
      this.#since = now;
      this.#tick.hold(this);
    }
  }

  #writeThisTurn(now: number): void {
    if (this.#due === "no") this.#since = now;
    this.#due = "this turn";
    // Runs after the current code and the promises that it settles.
    process.nextTick(() => this.now());
  }

  /**
   * Writes at once if the queue waits too long: a fast engine settles promises endlessly, and `nextTick` never runs.
   */
  #writeIfStarved(now: number): void {
    if (now - this.#since > this.#tick.waitAt(now) + STARVED) this.now();
  }

  now(): void {
    this.#due = "no";
    if (this.#hasDelta) this.#left = performance.now();
    this.#hasDelta = false;
    this.#write();
  }
}
