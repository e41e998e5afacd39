import type { RestartLimits } from "./options.ts";

/** Decides when a crashed process may be restarted. All times are in milliseconds. */
export class BackOff {
  readonly #limits: RestartLimits;
  #inARow = 0;
  #lastDeath = Number.NEGATIVE_INFINITY;

  constructor(limits: RestartLimits) {
    this.#limits = limits;
  }

  get deathsInARow(): number {
    return this.#inARow;
  }

  recordDeath(now: number): void {
    this.#inARow += 1;
    this.#lastDeath = now;
  }

  /** Something succeeded: forgets earlier crashes. */
  reset(): void {
    this.#inARow = 0;
  }

  /** Returns the time until the next start. */
  wait(now: number): number {
    if (this.#inARow < 2) return 0;
    const { delay, maxDelay } = this.#limits;
    return Math.max(0, this.#lastDeath + Math.min(maxDelay, delay * 2 ** (this.#inARow - 2)) - now);
  }

  /** Whether requests are rejected instead of waiting. */
  isResting(now: number): boolean {
    return this.wait(now) > this.#limits.patience;
  }
}
