import type { Spread } from "./spread.ts";

/** A measurement that `npm run bench NAME` runs. */
export interface Benchmark {
  readonly name: string;
  /** One line for the list of benchmarks. */
  readonly description: string;
  run(options: BenchmarkOptions): Promise<BenchmarkResult>;
}

export interface BenchmarkOptions {
  /** Times that everything is measured; the metrics say how far the repetitions lie apart. */
  readonly repetitions: number;
  /** Says what is being measured, for the person who waits. */
  report(progress: string): void;
}

export interface BenchmarkResult {
  /** By name; the name ends in the unit, a ratio has none. */
  readonly metrics: Readonly<Record<string, number | Spread>>;
  /** What the metrics were made from, one entry a measurement. */
  readonly samples: readonly unknown[];
}
