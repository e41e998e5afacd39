import { readFileSync } from "node:fs";
import { arch, availableParallelism, cpus, platform, release, totalmem } from "node:os";
import type { FireOutcome } from "../fire.ts";
import { repositoryFile } from "../home.ts";

const GIB = 1024 ** 3;

/** Facts and results of a run, as printed and stored. */
export interface Summary {
  readonly holds: boolean;
  readonly seed: number;
  readonly minutes: number;
  readonly date: string;
  readonly machine: string;
  readonly versions: string;
  /** Answers compared with what the engine sent. */
  readonly turns: number;
  readonly tokens_lost: number;
  readonly tokens_doubled: number;
  readonly crashes: number;
  readonly malformed: number;
  readonly faults: Readonly<Record<string, number>>;
  /** Counts of failures reported to clients, by code. */
  readonly told: Readonly<Record<string, number>>;
  readonly figures: Readonly<Record<string, string | number>>;
  readonly logs: string;
  readonly seconds: Readonly<Record<string, number>>;
  readonly skipped: readonly string[];
  readonly broken: readonly string[];
}

export function summaryOf(outcome: FireOutcome, seed: number): Summary {
  const ledgers = outcome.phases.map(({ ledger }) => ledger);
  const sum = (of: (ledger: (typeof ledgers)[number]) => number) =>
    ledgers.reduce((total, ledger) => total + of(ledger), 0);
  const { logs } = outcome;
  return {
    holds: outcome.holds,
    seed,
    minutes: Math.round(outcome.seconds / 6) / 10,
    date: new Date().toISOString().slice(0, 10),
    machine: machine(),
    versions: versions(),
    turns: sum((ledger) => ledger.turns),
    tokens_lost: sum((ledger) => ledger.lost),
    tokens_doubled: sum((ledger) => ledger.doubled),
    crashes: sum((ledger) => ledger.crashes),
    malformed: sum((ledger) => ledger.inputs),
    faults: sumByKey(ledgers.map((ledger) => ledger.faults)),
    told: sumByKey(ledgers.map((ledger) => ledger.reportedFailures)),
    figures: Object.assign({}, ...ledgers.map((ledger) => ledger.figures)),
    logs: `${(logs.bytes / 1024).toFixed(0)} KiB searched for ${logs.secrets} secrets: ${logs.found.length} found`,
    seconds: Object.fromEntries(outcome.phases.map(({ phase, seconds }) => [phase, Math.round(seconds)])),
    skipped: ledgers.flatMap((ledger) => ledger.skipped),
    broken: [
      ...outcome.phases.flatMap(({ phase, ledger }) => ledger.broken.map((what) => `${phase}: ${what}`)),
      ...logs.found,
    ],
  };
}

function sumByKey(records: readonly Readonly<Record<string, number>>[]): Record<string, number> {
  const all: Record<string, number> = {};
  for (const record of records) {
    for (const [name, count] of Object.entries(record)) all[name] = (all[name] ?? 0) + count;
  }
  return all;
}

function machine(): string {
  const memory = Math.round(totalmem() / GIB);
  return `${cpus()[0]?.model ?? "unknown"}, ${availableParallelism()} cores, ${memory} GiB, ${platform()} ${arch()} ${release()}`;
}

function versions(): string {
  const manifest = readFileSync(repositoryFile("packages/cli/package.json"), "utf8");
  return `flint ${JSON.parse(manifest).version}, Node ${process.versions.node}`;
}
