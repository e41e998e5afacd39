export interface LimiterOptions {
  /** Calls of one key within the window. */
  readonly limit: number;
  readonly windowMs: number;
  readonly now?: () => number;
}

/** Allows so many calls of each key within a sliding window. */
export class RateLimiter {
  readonly #options: LimiterOptions;
  readonly #now: () => number;
  /** Times of the calls that were allowed, the oldest first. */
  readonly #calls = new Map<string, number[]>();

  constructor(options: LimiterOptions) {
    this.#options = options;
    this.#now = options.now ?? Date.now;
  }

  /** Keys that are remembered. */
  get size(): number {
    return this.#calls.size;
  }

  /** Whether the call may go ahead; if so it is counted. */
  allow(key: string): boolean {
    const since = this.#now() - this.#options.windowMs;
    const recent = (this.#calls.get(key) ?? []).filter((time) => time > since);
    const allowed = recent.length < this.#options.limit;
    if (allowed) recent.push(this.#now());
    this.#calls.set(key, recent);
    return allowed;
  }

  /** Forgets keys without calls in the window. */
  prune(): void {
    const since = this.#now() - this.#options.windowMs;
    for (const [key, times] of this.#calls) {
      if (times.every((time) => time <= since)) this.#calls.delete(key);
    }
  }
}
