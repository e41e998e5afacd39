import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  clockJumps,
  cuts,
  descriptors,
  diskFull,
  engineKills,
  memoryLimit,
  serverKills,
  storeKills,
} from "./faults/index.ts";
import { hostile } from "./hostile/index.ts";
import { load } from "./load/index.ts";
import { type Counts, Ledger, type Phase } from "./phase/index.ts";
import { Random } from "./random/index.ts";
import { Secrets } from "./server/index.ts";
import { slowReaders } from "./slow/index.ts";

/** All phases in the order in which they run. The load runs last and uses the remaining time. */
export const phases: readonly Phase[] = [
  engineKills,
  memoryLimit,
  serverKills,
  cuts,
  storeKills,
  diskFull,
  clockJumps,
  descriptors,
  slowReaders,
  hostile,
  load,
];

export interface FireOrder {
  readonly counts: Counts;
  readonly seed: number;
  readonly phases: readonly Phase[];
  readonly signal: AbortSignal;
  report(progress: string): void;
}

export interface PhaseOutcome {
  readonly phase: string;
  readonly seconds: number;
  readonly ledger: Ledger;
}

export interface FireOutcome {
  readonly phases: readonly PhaseOutcome[];
  readonly seconds: number;
  /** Result of searching the logs for secrets after the run. */
  readonly logs: { readonly bytes: number; readonly secrets: number; readonly found: readonly string[] };
  readonly holds: boolean;
}

/** Minimum share of the total time for the load. */
const LEAST_LOAD = 0.2;

/** Runs the phases one after another, each with its own folder and servers. */
export async function fire({ counts, seed, phases, signal, report }: FireOrder): Promise<FireOutcome> {
  const root = mkdtempSync(join(tmpdir(), "flint-fire-"));
  const remove = () => rmSync(root, { recursive: true, force: true });
  process.once("exit", remove);
  const start = performance.now();
  const outcomes: PhaseOutcome[] = [];
  const secrets = new Secrets();
  try {
    for (const phase of phases) {
      if (signal.aborted) break;
      const folder = join(root, phase.name);
      mkdirSync(folder);
      const ledger = new Ledger();
      const begun = performance.now();
      const left = Math.max(counts.load * LEAST_LOAD, counts.load - (begun - start));
      const random = Random.of(seed, phase.name);
      const context = {
        ...{ counts: { ...counts, load: left }, seed, random, folder, secrets, signal },
        report: (progress: string) => report(`${phase.name}: ${progress}`),
      };
      report(phase.description);
      await phase.run(context, ledger).catch((cause: unknown) => ledger.recordEarlyEnd(cause));
      outcomes.push({ phase: phase.name, seconds: (performance.now() - begun) / 1000, ledger });
    }
    const logs = await secrets.search();
    const holds = outcomes.every(({ ledger }) => ledger.holds) && logs.found.length === 0;
    return { phases: outcomes, seconds: (performance.now() - start) / 1000, logs, holds };
  } finally {
    process.off("exit", remove);
    remove();
  }
}
