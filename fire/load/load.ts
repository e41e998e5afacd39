import { setTimeout as pause } from "node:timers/promises";
import { FlintError } from "@flint/client";
import type { FireContext, Ledger, Phase } from "../phase/index.ts";
import { Random } from "../random/index.ts";
import { generous, ServerProcess } from "../server/index.ts";
import { ACTS, type Actor, openActor } from "./acts.ts";
import { requireEffects } from "./effects.ts";
import { embeddedTurns } from "./embedded.ts";
import { LoadSamples } from "./load-samples.ts";
import { round } from "./samples.ts";

/** Share of the measured capacity to use as load. */
const SHARE = 0.8;
/** Numbers of clients tried to find the capacity. The search stops when a step gains less than {@link GAIN}. */
const WIDTHS = [4, 8, 16, 32, 64];
const GAIN = 1.1;
/** Share of the total time for each number of clients, at most {@link WIDTH_AT_MOST} milliseconds. */
const SHARE_FOR_WIDTH = 0.04;
const WIDTH_AT_MOST = 15_000;
/** Share of the time under load that is warm-up: caches fill, and a response's events are kept for ten minutes. */
const SHARE_FOR_WARMTH = 0.4;
const WARMTH_AT_MOST = 660_000;
const SAMPLE_EVERY = 1_000;

export const load: Phase = {
  name: "load",
  description:
    "edits, tool loops, steers, interrupts, cuts, lanes and chains at 80 % of the server's capacity",
  run,
};

async function run(context: FireContext, ledger: Ledger): Promise<void> {
  const { folder, secrets, seed, report } = context;
  const { file, key } = await secrets.key(folder);
  await using server = await ServerProcess.start({
    ...{ folder, secrets, tokensPerSecond: 1_000, burst: 4 },
    flags: ["--keys", file, "--limit", "connections=2000", "--limit", "httpResponses=1000", ...generous],
  });
  const actors: (Actor & AsyncDisposable)[] = [];
  const addActors = async (width: number) => {
    while (actors.length < width) {
      const random = Random.of(seed, "load", actors.length);
      actors.push(await openActor(server, { key, random, ledger, canary: secrets.canary }));
    }
  };
  try {
    const { width, capacity } = await measure(context, ledger, actors, addActors);
    await addActors(width);
    const rate = capacity * SHARE;
    report(`${capacity.toFixed(1)} acts per second with ${width} clients; continuing at ${rate.toFixed(1)}`);
    const over = new AbortController();
    // Caught at once, as it may fail before it is awaited.
    const embedded = embeddedTurns(context, ledger, over.signal).catch((cause: unknown) =>
      ledger.recordEarlyEnd(cause),
    );
    try {
      await holdRate({ context, ledger, server, actors, rate });
    } finally {
      over.abort();
      await embedded;
    }
    requireEffects(ledger);
    ledger.recordFigure("capacity (acts/s)", round(capacity));
  } finally {
    await Promise.all(actors.map((actor) => actor[Symbol.asyncDispose]()));
  }
  ledger.recordCrashes(server.crashes);
}

/** Measures the capacity in acts per second, and the number of clients that reaches it. */
async function measure(
  { counts, signal, report }: FireContext,
  ledger: Ledger,
  actors: readonly Actor[],
  widen: (width: number) => Promise<void>,
): Promise<{ width: number; capacity: number }> {
  const time = Math.min(WIDTH_AT_MOST, counts.load * SHARE_FOR_WIDTH);
  let best = { width: 0, capacity: 0 };
  for (const width of WIDTHS) {
    await widen(width);
    report(`measuring the capacity with ${width} clients`);
    let acts = 0;
    const start = performance.now();
    const one = async (actor: Actor) => {
      while (performance.now() - start < time && !signal.aborted) {
        await act(actor, ledger);
        acts++;
      }
    };
    await Promise.all(actors.slice(0, width).map(one));
    const capacity = acts / ((performance.now() - start) / 1000);
    if (capacity < best.capacity * GAIN) break;
    best = { width, capacity };
  }
  return best;
}

interface SteadyLoad {
  readonly context: FireContext;
  readonly ledger: Ledger;
  readonly server: ServerProcess;
  readonly actors: readonly Actor[];
  /** Acts per second. */
  readonly rate: number;
}

/** Starts acts at the given rate as long as a client is free. */
async function holdRate({ context, ledger, server, actors, rate }: SteadyLoad): Promise<void> {
  const { counts, signal, report } = context;
  const start = performance.now();
  const seconds = () => (performance.now() - start) / 1000;
  const free = [...actors];
  const busy = new Set<Promise<void>>();
  const samples = new LoadSamples();
  let acts = 0;
  let late = 0;
  let sampled = start;
  const begin = (actor: Actor) => {
    const begun = performance.now();
    const doing = act(actor, ledger).then(() => {
      samples.addLatency(seconds(), performance.now() - begun);
      free.unshift(actor);
      busy.delete(doing);
    });
    busy.add(doing);
  };
  while (performance.now() - start < counts.load && !signal.aborted && server.isRunning) {
    const due = Math.floor(seconds() * rate);
    while (acts + late < due) {
      const actor = free.pop();
      if (actor === undefined) {
        // All clients are busy: at the moment the machine is slower than when its capacity was measured.
        late += due - acts - late;
        break;
      }
      acts++;
      begin(actor);
    }
    if (performance.now() - sampled >= SAMPLE_EVERY) {
      sampled = performance.now();
      const at = seconds();
      const { memory, handles } = await samples.take(at, server);
      report(`${at.toFixed(0)} s, ${acts} acts, ${memory.toFixed(0)} MiB, ${handles} handles`);
    }
    await pause(5);
  }
  await Promise.all(busy);
  ledger.recordFigure("load held (acts/s)", round(acts / seconds()));
  ledger.recordFigure("acts", acts);
  ledger.recordFigure("acts that found no free client", late);
  if (!signal.aborted) samples.judge(ledger, Math.min(WARMTH_AT_MOST, counts.load * SHARE_FOR_WARMTH));
}

async function act(actor: Actor, ledger: Ledger): Promise<void> {
  const [name, run] = actor.random.pick(ACTS);
  try {
    await run(actor);
    ledger.recordFault(`load: ${name}`);
  } catch (cause) {
    const why = cause instanceof FlintError ? `${cause.code}: ${cause.message}` : String(cause);
    ledger.recordBroken(`${name}: ${why}`);
  }
}
