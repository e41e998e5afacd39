import { setImmediate as nextTurn, setTimeout as sleep } from "node:timers/promises";
import type { Run } from "./run.ts";

/** Longest time that unpaced work blocks the event loop, in milliseconds. */
const MAX_BLOCKING = 5;

/**
 * Paces tokens at a fixed rate. Due times are absolute, so that late timers do not accumulate. Without a rate, tokens
 * pass at once, with regular pauses for the event loop.
 */
export class Pace {
  readonly #millisecondsPerToken: number;
  #due = performance.now();
  #lastYield = this.#due;

  constructor(tokensPerSecond: number | null) {
    this.#millisecondsPerToken = tokensPerSecond === null ? 0 : 1000 / tokensPerSecond;
  }

  /** Resolves when `tokens` more are due, or the run is stopped. */
  tokens(tokens: number, run: Run): Promise<void> | undefined {
    if (this.#millisecondsPerToken === 0) return this.#yieldIfDue();
    this.#due += tokens * this.#millisecondsPerToken;
    return this.#untilDue(run);
  }

  /** Resolves after a pause, or when the run is stopped. */
  async rest(milliseconds: number, run: Run): Promise<void> {
    const from = this.#millisecondsPerToken === 0 ? performance.now() : this.#due;
    this.#due = from + milliseconds;
    await this.#untilDue(run);
  }

  #untilDue(run: Run): Promise<void> | undefined {
    const wait = this.#due - performance.now();
    if (wait <= 0) return this.#yieldIfDue();
    this.#lastYield = this.#due;
    return sleep(wait, undefined, { signal: run.signal }).catch((cause) => {
      if (run.stopped === null) throw cause;
    });
  }

  #yieldIfDue(): Promise<void> | undefined {
    const now = performance.now();
    if (now - this.#lastYield < MAX_BLOCKING) return undefined;
    this.#lastYield = now;
    return nextTurn();
  }
}
