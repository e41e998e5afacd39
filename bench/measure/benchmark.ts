import type { Spread } from "./spread.ts";

/** A measurement that `npm run bench NAME` runs. */
export interface Benchmark {
  readonly name: string;
  /** One line for the list of benchmarks. */
  readonly description: string;
  /** How often `npm run scoreboard` has everything measured: as often as its time allows. */
  readonly scoreboardRepetitions: number;
  /** What its metrics are held against. */
  readonly goals: readonly Goal[];
  /** What the scoreboard draws of it, where it measured metrics of these names. */
  charts(metrics: readonly string[]): readonly Chart[];
  run(options: BenchmarkOptions): Promise<BenchmarkResult>;
}

export interface BenchmarkOptions {
  /** Times that everything is measured; the metrics say how far the repetitions lie apart. */
  readonly repetitions: number;
  /** OpenAI-compatible servers to be measured beside Flint, for the benchmarks that can. */
  readonly peers: readonly Peer[];
  /** Says what is being measured, for the person who waits. */
  report(progress: string): void;
}

export interface Peer {
  readonly name: string;
  /** Up to and with `/v1`, without a slash at its end. */
  readonly url: string;
}

export interface BenchmarkResult {
  /** By name; the name ends in the unit, a ratio has none. */
  readonly metrics: Readonly<Record<string, number | Spread>>;
  /** What the metrics were made from, one entry a measurement. */
  readonly samples: readonly unknown[];
}

/** A metric's median is to be at most, or at least, so much. */
export type Goal = {
  readonly metric: string;
  /** What the number stands for, where its name does not say it. */
  readonly note?: string;
  /** Why it is missed where it is, as far as that is known; for the scoreboard. */
  readonly shortfall?: string;
} & ({ readonly atMost: number } | { readonly atLeast: number });

/** Metrics side by side, as bars on one axis. */
export interface Chart {
  readonly title: string;
  /** Of the axis. */
  readonly unit: string;
  readonly bars: readonly { readonly label: string; readonly metric: string; readonly group?: string }[];
}

/** Whether a value keeps to a goal. */
export function reaches(goal: Goal, value: number): boolean {
  return "atMost" in goal ? value <= goal.atMost : value >= goal.atLeast;
}
