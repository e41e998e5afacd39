import type { Spread } from "../measure/index.ts";

/** Content of `docs/scoreboard.json`: the last run of each benchmark. */
export interface Results {
  readonly benchmarks: Readonly<Record<string, Entry>>;
}

interface Run {
  /** ISO 8601. */
  readonly ran_at: string;
  readonly seconds: number;
  readonly repetitions: number;
  /** The machine's load average in the minute before. */
  readonly load_before: number;
  readonly machine: Machine;
  readonly versions: Readonly<Record<string, string>>;
}

export interface Measured extends Run {
  readonly metrics: Readonly<Record<string, number | Spread>>;
}

export interface Failed extends Run {
  /** The end of the benchmark's output. */
  readonly failure: string;
}

export type Entry = Measured | Failed;

export interface Machine {
  readonly cpu: string;
  readonly cores: number;
  readonly memory_gib: number;
  readonly platform: string;
}

export function isMeasured(entry: Entry): entry is Measured {
  return "metrics" in entry;
}

export function medianOf(value: number | Spread): number {
  return typeof value === "number" ? value : value.median;
}
