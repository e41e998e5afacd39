import { performance } from "node:perf_hooks";
import { BatchCosts, BatchNoise, type CostTable } from "../../draft/index.ts";
import type { StepTiming } from "./step-timing.ts";

/** What is kept of a model's measurements for the next start. */
export interface MeasuredCosts {
  readonly one: CostTable;
  readonly all: CostTable;
  readonly noise: CostTable;
}

/** What a model's steps cost on one thread and on all, and how far their numbers lie from a single token's. */
export class StepCosts {
  readonly #timing: StepTiming;
  readonly #one = new BatchCosts();
  readonly #all = new BatchCosts();
  readonly noise = new BatchNoise();

  constructor(timing: StepTiming) {
    this.#timing = timing;
  }

  /** Whether a single token's step has been measured. */
  get known(): boolean {
    return this.#costs(0).known;
  }

  get measurements(): MeasuredCosts {
    return { one: this.#one.table, all: this.#all.table, noise: this.noise.table };
  }

  learn({ one, all, noise }: MeasuredCosts): void {
    this.#one.learn(one);
    this.#all.learn(all);
    this.noise.learn(noise);
  }

  /** Takes the time of a step of one token and `drafted` more. */
  measured(drafted: number, threads: number, milliseconds: number): void {
    // A single token has its own number of threads, and is what both are held against.
    if (drafted === 0 || threads === 1) this.#one.measured(drafted, milliseconds);
    if (drafted === 0 || threads > 1) this.#all.measured(drafted, milliseconds);
  }

  /** Milliseconds of a step of one token and `drafted` more, with the cores that are free now. */
  of(drafted: number): number {
    return this.#costs(drafted).of(drafted);
  }

  #costs(drafted: number): BatchCosts {
    const threads = this.#timing.threads(1 + drafted, performance.now());
    return threads > 1 ? this.#all : this.#one;
  }
}
