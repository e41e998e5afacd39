import { cpus } from "node:os";
import { cpuUsage } from "node:process";

/** Milliseconds between looks at the machine's load. */
const INTERVAL = 200;
/** What lies further back says nothing about now: an idle engine does not look. */
const LONGEST = 2_000;

const MICROSECONDS = 1000;

/** How busy the machine has been since it was started. */
export interface Reading {
  /** Milliseconds of all cores together. */
  readonly busy: number;
  readonly total: number;
  readonly cores: number;
  /** Milliseconds that this process has used. */
  readonly own: number;
}

/**
 * How many cores other programs leave free. llama.cpp's threads wait for each other after every operation: where one
 * of them has to share its core, a step takes up to a hundred times as long, so there must be no more than free cores.
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

  /** Whole cores, 1 at least and until there is something to go by. `now` is in milliseconds. */
  count(now: number): number {
    if (now - this.#lastAt >= INTERVAL) this.#look(now);
    return this.#free;
  }

  #look(now: number): void {
    const reading = this.#read();
    const { busy, total, own, cores } = reading;
    const milliseconds = (total - this.#last.total) / cores;
    const isFirst = this.#lastAt === Number.NEGATIVE_INFINITY;
    // The kernel counts in ticks of 10 ms: in less time than a few of them there is nothing to see.
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
