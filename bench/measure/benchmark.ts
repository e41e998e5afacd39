import type { Spread } from "./spread.ts";

/** A benchmark that `npm run bench NAME` runs. */
export interface Benchmark {
  readonly name: string;
  /** One line for the list of benchmarks. */
  readonly description: string;
  /** Repetitions in `npm run scoreboard`: as many as its time allows. */
  readonly scoreboardRepetitions: number;
  /** The goals for its metrics. */
  readonly goals: readonly Goal[];
  /** Returns the charts for the scoreboard, given the names of the measured metrics. */
  charts(metrics: readonly string[]): readonly Chart[];
  run(options: BenchmarkOptions): Promise<BenchmarkResult>;
}

export interface BenchmarkOptions {
  /** How often to measure everything; the metrics include the spread over the repetitions. */
  readonly repetitions: number;
  /** OpenAI-compatible servers to compare Flint with, in benchmarks that support it. */
  readonly peers: readonly Peer[];
  /** Reports what is being measured to the user. */
  report(progress: string): void;
}

export interface Peer {
  readonly name: string;
  /** Including `/v1`, without a trailing slash. */
  readonly url: string;
}

export interface BenchmarkResult {
  /** By name. A name ends with the unit; ratios have none. */
  readonly metrics: Readonly<Record<string, number | Spread>>;
  /** What the metrics were computed from, one entry per measurement. */
  readonly samples: readonly unknown[];
}

/** An upper or lower bound for a metric's median. */
export type Goal = {
  readonly metric: string;
  /** The meaning of the number, if its name does not say it. */
  readonly note?: string;
  /** Why the goal is missed, as far as known; shown on the scoreboard. */
  readonly shortfall?: string;
} & ({ readonly atMost: number } | { readonly atLeast: number });

/** Metrics side by side, as bars on one axis. */
export interface Chart {
  readonly title: string;
  /** Unit of the axis. */
  readonly unit: string;
  readonly bars: readonly { readonly label: string; readonly metric: string; readonly group?: string }[];
}

/** Whether a value meets a goal. */
export function reaches(goal: Goal, value: number): boolean {
  return "atMost" in goal ? value <= goal.atMost : value >= goal.atLeast;
}
