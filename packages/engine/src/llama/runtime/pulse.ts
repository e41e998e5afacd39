import { cpuUsage, memoryUsage, resourceUsage } from "node:process";
import type { ModelStats } from "../../contract/index.ts";
import type { ProcessReport } from "../messages.ts";
import { STEP_BOUNDS } from "../step-bounds.ts";

const MICROSECONDS = 1000;
const MILLISECONDS = 1000;

/** Statistics of the models. */
export interface ModelCounts {
  readonly models: readonly ModelStats[];
  readonly modelLoads: number;
  readonly modelEvictions: number;
}

export interface PulseOptions {
  /** Milliseconds. */
  readonly interval: number;
  /** Whether there is work. */
  readonly busy: () => boolean;
  readonly models: () => ModelCounts;
  readonly send: (report: ProcessReport) => void;
}

/** Reports the process's state at intervals while it has work, and once afterwards. An idle process has no timers. */
export class Pulse {
  readonly #options: PulseOptions;
  readonly #counts: number[] = Array.from({ length: STEP_BOUNDS.length + 1 }, () => 0);
  #seconds = 0;
  #progress = 0;
  #timer: NodeJS.Timeout | undefined;

  constructor(options: PulseOptions) {
    this.#options = options;
  }

  /** Records a finished step of any model. */
  stepped(milliseconds: number): void {
    const seconds = milliseconds / MILLISECONDS;
    let bucket = 0;
    while (bucket < STEP_BOUNDS.length && seconds > (STEP_BOUNDS[bucket] ?? 0)) bucket += 1;
    this.#counts[bucket] = (this.#counts[bucket] ?? 0) + 1;
    this.#seconds += seconds;
    this.#progress += 1;
  }

  /** Records that another hundredth of a model has been loaded. */
  loaded(): void {
    this.#progress += 1;
  }

  /** Starts reporting, as there is work. */
  start(): void {
    this.#timer ??= setInterval(() => this.#beat(), this.#options.interval);
  }

  #beat(): void {
    const { busy, models, send } = this.#options;
    const { user, system } = cpuUsage();
    const { majorPageFault, fsRead } = resourceUsage();
    send({
      ...models(),
      progress: this.#progress,
      cpu: (user + system) / MICROSECONDS,
      reads: majorPageFault + fsRead,
      memory: memoryUsage.rss(),
      steps: { counts: [...this.#counts], seconds: this.#seconds },
    });
    if (busy()) return;
    clearInterval(this.#timer);
    this.#timer = undefined;
  }
}
