/** What can be held back until the tick. */
export interface Held {
  now(): void;
}

/**
 * A moment at which many readers are written what was held back: one timer for all of them, and none while nothing is
 * held.
 */
export class WriteTick {
  readonly #wait: number;
  #held: Held[] = [];

  /** `wait`: milliseconds that the first who is held waits, and all others at most. */
  constructor(wait: number) {
    this.#wait = wait;
  }

  /** Milliseconds; 0 where nothing is to be held. */
  get wait(): number {
    return this.#wait;
  }

  hold(held: Held): void {
    this.#held.push(held);
    if (this.#held.length === 1) setTimeout(() => this.#flush(), this.#wait);
  }

  #flush(): void {
    const held = this.#held;
    this.#held = [];
    for (const one of held) one.now();
  }
}
