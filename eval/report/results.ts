import { appendFileSync, mkdirSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, cpus } from "node:os";
import { join } from "node:path";
import type { Confinement } from "../sandbox/index.ts";
import { type Attempt, type Summary, summarize, summarizeBy } from "../score/index.ts";

/** The content of `results.json`: what an evaluation found. */
export interface Results {
  readonly suite: string;
  readonly model: string;
  readonly problems: number;
  /** Whether all edits were attempted. */
  readonly complete: boolean;
  readonly sandbox: Confinement;
  readonly machine: { readonly cpu: string; readonly cores: number; readonly node: string };
  readonly concurrency: number;
  readonly total: Summary;
  readonly by_phrasing: Readonly<Record<string, Summary>>;
  readonly by_family: Readonly<Record<string, Summary>>;
  readonly attempts: readonly Attempt[];
}

type EvaluationFacts = Pick<Results, "suite" | "model" | "problems" | "complete" | "sandbox" | "concurrency">;

export function resultsOf(facts: EvaluationFacts, attempts: readonly Attempt[]): Results {
  return {
    ...facts,
    machine: {
      cpu: cpus()[0]?.model ?? "unknown",
      cores: availableParallelism(),
      node: process.versions.node,
    },
    total: summarize(attempts),
    by_phrasing: summarizeBy(attempts, "phrasing"),
    by_family: summarizeBy(attempts, "family"),
    attempts,
  };
}

/**
 * The output files of an evaluation. Attempts are appended one by one, so none is lost if the evaluation is
 * interrupted.
 */
export class ResultFolder {
  readonly path: string;

  /** Deletes the results of an earlier evaluation in the folder. */
  constructor(path: string) {
    this.path = path;
    mkdirSync(path, { recursive: true });
    for (const name of ["results.json", "plot.svg"]) rmSync(this.file(name), { force: true });
    writeFileSync(this.file("attempts.jsonl"), "");
  }

  file(name: string): string {
    return join(this.path, name);
  }

  append(attempt: Attempt): void {
    appendFileSync(this.file("attempts.jsonl"), `${JSON.stringify(attempt)}\n`);
  }

  write(results: Results, plot: string): void {
    writeFileSync(this.file("results.json"), `${JSON.stringify(results, null, 2)}\n`);
    writeFileSync(this.file("plot.svg"), plot);
  }
}
