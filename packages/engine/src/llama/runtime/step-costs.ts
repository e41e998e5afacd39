import { performance } from "node:perf_hooks";
import { BatchCosts, BatchNoise, type CostTable } from "../../draft/index.ts";
import type { StepTiming } from "./step-timing.ts";

/** A model's measurements kept for the next start. */
export interface MeasuredCosts {
  readonly one: CostTable;
  readonly all: CostTable;
  readonly noise: CostTable;
}

/** The cost of a model's steps on one thread and on all, and how much batches differ from single tokens. */
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

  /** Records the duration of a step of 1 + `drafted` tokens. */
  record(drafted: number, threads: number, milliseconds: number): void {
    // Single tokens have their own number of threads, and are the reference for both tables.
    if (drafted === 0 || threads === 1) this.#one.record(drafted, milliseconds);
    if (drafted === 0 || threads > 1) this.#all.record(drafted, milliseconds);
  }

  /** Returns the milliseconds of a step of 1 + `drafted` tokens with the currently free cores. */
  of(drafted: number): number {
    return this.#costs(drafted).of(drafted);
  }

  #costs(drafted: number): BatchCosts {
    const threads = this.#timing.threads(1 + drafted, performance.now());
    return threads > 1 ? this.#all : this.#one;
  }
}
