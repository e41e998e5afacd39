import { performance as thread } from "node:perf_hooks";

/** What can be held back until the tick. */
export interface Held {
  now(): void;
}

export interface Waits {
  /** Milliseconds that the first who is held waits, and all others at most, where there is time to spare. 0: nothing is held then. */
  readonly least: number;
  /** As long as that where there is none. */
  readonly most: number;
  /** The share of its time that the thread is busy from which on waits grow. Default 0.5. */
  readonly busy?: number;
  /** The share that it is busy more from where waits begin to grow until they are longest. Default 0.5. */
  readonly rise?: number;
}

/** Milliseconds between two looks at how busy this thread is. */
const LOOK = 50;
const BUSY = 0.5;
const RISE = 0.5;
/** Of those that were held so many go on at once; between them the thread looks at what else has come. */
const AT_ONCE = 8;

/**
 * A moment at which what was held back goes on, for many at once: one timer for all of them, and none while nothing is
 * held. The busier the thread is, the longer they wait for one another, as fewer and larger pieces are what makes it less
 * busy: a server at its limit that read and wrote each token by itself would fall behind, and all would wait for longer.
 */
export class Tick {
  readonly #waits: Waits;
  readonly #load: () => number;
  #wait: number;
  #looked = performance.now();
  #held: Held[] = [];

  /** `load`: the share of its time that this thread was busy since it was last asked. */
  constructor(waits: Waits, load: () => number = loadOfThread()) {
    this.#waits = waits;
    this.#load = load;
    this.#wait = waits.least;
  }

  /** How long deltas wait now, in milliseconds; 0 where nothing is to be held. */
  waitAt(now: number): number {
    if (now - this.#looked < LOOK) return this.#wait;
    this.#looked = now;
    const { least, most, busy = BUSY, rise = RISE } = this.#waits;
    const excess = Math.min(1, Math.max(0, this.#load() - busy) / rise);
    this.#wait = least + Math.max(0, most - least) * excess;
    return this.#wait;
  }

  hold(held: Held): void {
    this.#held.push(held);
    if (this.#held.length === 1) setTimeout(() => this.#flush(), this.#wait);
  }

  #flush(): void {
    const held = this.#held;
    this.#held = [];
    this.#release(held);
  }

  #release(held: readonly Held[]): void {
    for (const one of held.slice(0, AT_ONCE)) one.now();
    if (held.length > AT_ONCE) setImmediate(() => this.#release(held.slice(AT_ONCE)));
  }
}

function loadOfThread(): () => number {
  let last = thread.eventLoopUtilization();
  return () => {
    const { utilization } = thread.eventLoopUtilization(last);
    last = thread.eventLoopUtilization();
    return utilization;
  };
}
