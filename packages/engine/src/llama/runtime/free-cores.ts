import { cpus } from "node:os";
import { cpuUsage } from "node:process";

/** Milliseconds between looks at the machine's load. */
const INTERVAL = 200;

const MICROSECONDS = 1000;

interface Reading {
  readonly at: number;
  /** Milliseconds of all cores together. */
  readonly busy: number;
  readonly total: number;
  /** Milliseconds that this process has used. */
  readonly own: number;
}

/**
 * How many cores other programs leave free. llama.cpp's threads wait for each other after every operation: where one
 * of them has to share its core, a step takes up to a hundred times as long, so there must be no more than free cores.
 */
export class FreeCores {
  #last: Reading = read(0);
  #free: number | null = null;

  /** Whole cores, 1 at least. `now` is in milliseconds. */
  count(now: number): number {
    if (this.#free === null || now - this.#last.at >= INTERVAL) this.#look(now);
    return this.#free ?? 1;
  }

  #look(now: number): void {
    const reading = read(now);
    const total = reading.total - this.#last.total;
    // The kernel counts in ticks of 10 ms: in less time than a few of them there is nothing to see.
    if (total < INTERVAL / 2) return;
    const cores = cpus().length;
    const milliseconds = total / cores;
    const others = (reading.busy - this.#last.busy - (reading.own - this.#last.own)) / milliseconds;
    this.#free = Math.max(1, Math.min(cores, Math.round(cores - Math.max(0, others))));
    this.#last = reading;
  }
}

function read(at: number): Reading {
  const { user, system } = cpuUsage();
  let busy = 0;
  let idle = 0;
  for (const { times } of cpus()) {
    busy += times.user + times.nice + times.sys + times.irq;
    idle += times.idle;
  }
  return { at, busy, total: busy + idle, own: (user + system) / MICROSECONDS };
}
