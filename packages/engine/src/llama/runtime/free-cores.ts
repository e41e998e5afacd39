import { cpus } from "node:os";
import { cpuUsage } from "node:process";

/** Interval between readings of the machine's load, in milliseconds. */
const INTERVAL = 200;
/** Older readings are ignored: an idle engine takes none. */
const LONGEST = 2_000;

const MICROSECONDS = 1000;

/** The machine's CPU times since its start. */
export interface Reading {
  /** Total of all cores in milliseconds. */
  readonly busy: number;
  readonly total: number;
  readonly cores: number;
  /** CPU time of this process in milliseconds. */
  readonly own: number;
}

/**
 * Estimates how many cores other programs leave free. llama.cpp's threads synchronize after every operation: if one of
 * them shares its core, a step takes up to 100 times as long, so there must not be more threads than free cores.
 */
export class FreeCores {
  readonly #read: () => Reading;
  #last: Reading;
  #lastAt = Number.NEGATIVE_INFINITY;
  #free = 1;

  constructor(read: () => Reading = readSystem) {
    this.#read = read;
    this.#last = read();
  }

  /** Returns the number of free cores, at least 1, and 1 until there are readings. `now` is in milliseconds. */
  count(now: number): number {
    if (now - this.#lastAt >= INTERVAL) this.#update(now);
    return this.#free;
  }

  #update(now: number): void {
    const reading = this.#read();
    const { busy, total, own, cores } = reading;
    const milliseconds = (total - this.#last.total) / cores;
    const isFirst = this.#lastAt === Number.NEGATIVE_INFINITY;
    // The kernel counts in ticks of 10 ms, so shorter intervals are meaningless.
    if (!isFirst && milliseconds < INTERVAL / 2) return;
    if (milliseconds >= INTERVAL / 2 && (isFirst || now - this.#lastAt <= LONGEST)) {
      const others = (busy - this.#last.busy - (own - this.#last.own)) / milliseconds;
      this.#free = Math.max(1, Math.min(cores, Math.round(cores - Math.max(0, others))));
    }
    this.#last = reading;
    this.#lastAt = now;
  }
}

function readSystem(): Reading {
  const { user, system } = cpuUsage();
  const cores = cpus();
  let busy = 0;
  let idle = 0;
  for (const { times } of cores) {
    busy += times.user + times.nice + times.sys + times.irq;
    idle += times.idle;
  }
  return { busy, total: busy + idle, cores: cores.length, own: (user + system) / MICROSECONDS };
}
