import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, test } from "vitest";
import { fire, phases } from "./fire.ts";
import { repositoryFile } from "./home.ts";
import type { Counts } from "./phase/index.ts";

/** A spark: the parts are the same, the counts are small. */
const COUNTS: Counts = {
  engineKills: 1,
  serverKills: 1,
  cuts: 6,
  storeKills: 0,
  diskFills: 0,
  clockJumps: 3,
  descriptorFloods: 1,
  memoryLimits: 0,
  malformed: 1_000,
  slowReaders: 0,
  load: 0,
};
const SEED = 1;
/** On a busy machine servers take long to start. Milliseconds. */
const PATIENCE = 300_000;

/** The others take long, and what they find in small has tests of its own beside the code. */
const TRIED = ["engine-kills", "server-kills", "cuts", "clock-jumps", "descriptors", "malformed"];
const tried = phases.filter(({ name }) => TRIED.includes(name));

test.concurrent.each(tried.map((phase) => [phase.name, phase] as const))(
  "the phase %s holds with small counts",
  async (_name, phase) => {
    const order = { counts: COUNTS, seed: SEED, phases: [phase], signal: new AbortController().signal };
    const outcome = await fire({ ...order, report: () => undefined });
    const [{ ledger } = { ledger: null }] = outcome.phases;
    expect(ledger?.broken).toEqual([]);
    expect(outcome.logs.found).toEqual([]);
    expect([ledger?.lost, ledger?.doubled, ledger?.crashes]).toEqual([0, 0, 0]);
    expect((ledger?.turns ?? 0) + (ledger?.inputs ?? 0)).toBeGreaterThan(0);
  },
  PATIENCE,
);

test.concurrent(
  "scripts/fire.mjs runs a phase from a bundle and prints its summary as JSON",
  async () => {
    const args = ["--minutes", "0.01", "--only", "clock-jumps", "--seed", "1", "--json"];
    const run = promisify(execFile)(process.execPath, [repositoryFile("scripts/fire.mjs"), ...args]);
    const { stdout } = await run;
    expect(JSON.parse(stdout)).toMatchObject({
      holds: true,
      broken: [],
      faults: { "clock jumped ahead": expect.anything() },
    });
  },
  PATIENCE,
);
