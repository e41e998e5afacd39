import { parseArgs } from "node:util";
import type { Counts } from "./phase/index.ts";

export interface FireOptions {
  readonly minutes: number;
  readonly seed: number;
  /** Names of the phases to run; empty: all. */
  readonly only: readonly string[];
  readonly json: boolean;
  /** Path of the page to write the summary into. */
  readonly out: string | null;
}

/** An invalid command line. The message is one line. */
export class FireUsageError extends Error {
  override readonly name = "FireUsageError";
}

const MOST_MINUTES = 7 * 24 * 60;
const MOST_SEED = 2 ** 32 - 1;

/**
 * Parses the command line; null if it asks for help. `phases`: the names of all phases. Throws {@link FireUsageError}.
 */
export function readOptions(args: readonly string[], phases: readonly string[]): FireOptions | null {
  const values = parse(args);
  if (values.help) return null;
  const minutes = Number(values.minutes);
  if (!(minutes > 0 && minutes <= MOST_MINUTES)) {
    throw new FireUsageError(`--minutes must be a number above 0 and at most ${MOST_MINUTES}`);
  }
  const seed = values.seed === undefined ? Math.floor(Math.random() * 1_000_000) : Number(values.seed);
  if (!Number.isInteger(seed) || seed < 0 || seed > MOST_SEED) {
    throw new FireUsageError(`--seed must be a whole number from 0 to ${MOST_SEED}`);
  }
  const only = values.only?.split(",") ?? [];
  const unknown = only.find((name) => !phases.includes(name));
  if (unknown !== undefined)
    throw new FireUsageError(`--only: there is no part "${unknown}"; the parts are ${phases.join(", ")}`);
  return { minutes, seed, only, json: values.json ?? false, out: values.out ?? null };
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      options: {
        minutes: { type: "string", default: "60" },
        seed: { type: "string" },
        only: { type: "string" },
        json: { type: "boolean" },
        out: { type: "string" },
        help: { type: "boolean", short: "h" },
      },
    }).values;
  } catch (cause) {
    throw new FireUsageError(cause instanceof Error ? cause.message : String(cause));
  }
}

const FULL_MINUTES = 60;

/** Returns how often each fault is injected in a run of this length. `load` is the maximum time for the load. */
export function countsFor(minutes: number): Counts {
  const of = (full: number, least: number) => Math.max(least, Math.round((full * minutes) / FULL_MINUTES));
  return {
    engineKills: of(100, 1),
    serverKills: of(100, 1),
    cuts: of(1_000, 10),
    storeKills: of(20, 1),
    diskFills: of(10, 1),
    clockJumps: of(100, 3),
    descriptorFloods: of(20, 1),
    memoryLimits: of(10, 0),
    malformed: of(1_000_000, 2_000),
    slowReaders: Math.min(100, of(100, 20)),
    load: minutes * 60_000,
  };
}

export function help(phases: readonly { readonly name: string; readonly description: string }[]): string {
  const width = Math.max(...phases.map(({ name }) => name.length));
  const list = phases.map(({ name, description }) => `  ${name.padEnd(width)}  ${description}`);
  return `Tests a server under faults, malformed input and load, and reports whether it copes. The counts follow from the
minutes: 60 minutes have 100 kills of the engine and of the server, 1,000 cuts and a million malformed inputs.

  --minutes N    length of the run; default 60
  --seed N       the same seed gives the same faults and inputs; default: a random one
  --only A,B     only these parts
  --json         print the summary as JSON
  --out FILE     also write the summary into this page, between its markers

${list.join("\n")}

  npm run fire -- --minutes 3
  npm run fire -- --minutes 60 --out docs/reliability.md
  npm run fire -- --minutes 5 --only malformed --seed 7`;
}
