import type { RestartLimits } from "./options.ts";

/** When a process that has died may be started again. All times are in milliseconds. */
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

  died(now: number): void {
    this.#inARow += 1;
    this.#lastDeath = now;
  }

  /** Something came to a good end: earlier deaths do not count any more. */
  succeeded(): void {
    this.#inARow = 0;
  }

  /** Until the next start. */
  wait(now: number): number {
    if (this.#inARow < 2) return 0;
    const { delay, maxDelay } = this.#limits;
    return Math.max(0, this.#lastDeath + Math.min(maxDelay, delay * 2 ** (this.#inARow - 2)) - now);
  }

  /** Whether requests are refused rather than kept waiting. */
  isResting(now: number): boolean {
    return this.wait(now) > this.#limits.patience;
  }
}
