import { performance as thread } from "node:perf_hooks";

/** Work that can be delayed until the tick. */
export interface Held {
  now(): void;
}

export interface Waits {
  /** The delay on an idle thread, in milliseconds. 0: no delay. */
  readonly least: number;
  /** The delay on a fully busy thread. */
  readonly most: number;
  /** Load of the thread, from 0 to 1, above which delays grow. Default 0.5. */
  readonly busy?: number;
  /** Additional load at which the delay reaches its maximum. Default 0.5. */
  readonly rise?: number;
}

/** Interval between measurements of the thread's load, in milliseconds. */
const MEASURE_INTERVAL = 50;
const BUSY = 0.5;
const RISE = 0.5;
/** Delayed work is run in groups of this size; other events are handled between groups. */
const AT_ONCE = 8;

/**
 * Runs delayed work of many owners together, with a single timer, and none while nothing is delayed. The busier the
 * thread, the longer the delay: fewer and larger reads and writes reduce its load. A saturated server that handled each
 * token separately would fall behind, and every client would wait even longer.
 */
export class Tick {
  readonly #waits: Waits;
  readonly #load: () => number;
  #wait: number;
  #measuredAt = performance.now();
  #held: Held[] = [];

  /** `load` returns the thread's load since its last call, from 0 to 1. */
  constructor(waits: Waits, load: () => number = loadOfThread()) {
    this.#waits = waits;
    this.#load = load;
    this.#wait = waits.least;
  }

  /** Returns the current delay in milliseconds; 0 for none. */
  waitAt(now: number): number {
    if (now - this.#measuredAt < MEASURE_INTERVAL) return this.#wait;
    this.#measuredAt = now;
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
