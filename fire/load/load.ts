import { setTimeout as pause } from "node:timers/promises";
import { FlintError } from "@flint/client";
import type { FireContext, Ledger, Phase } from "../phase/index.ts";
import { Random } from "../random/index.ts";
import { generous, ServerProcess } from "../server/index.ts";
import { ACTS, type Actor, openActor } from "./acts.ts";
import { demandEffects } from "./effects.ts";
import { embeddedTurns } from "./embedded.ts";
import { courseOf, type Sample } from "./samples.ts";

/** Share of the capacity that is asked for. */
const SHARE = 0.8;
/** Numbers of clients with which the capacity is sought, and how much more each has to give to go on. */
const WIDTHS = [4, 8, 16, 32, 64];
const GAIN = 1.1;
/** Of the whole time, for each of these; at most, in milliseconds. */
const SHARE_FOR_WIDTH = 0.04;
const WIDTH_AT_MOST = 15_000;
/** Of the time under load, before samples count: caches fill, and the events of a response are kept for ten minutes. */
const SHARE_FOR_WARMTH = 0.4;
const WARMTH_AT_MOST = 660_000;
const SAMPLE_EVERY = 1_000;
/** Time to get warm from which on growth is judged: less tells how it starts. */
const LEAST_TO_JUDGE = 600_000;
/** Rounds of the piece of work that tells how fast the machine is: some milliseconds. */
const WORK = 4_000_000;
const MIB = 1024 * 1024;

export const load: Phase = {
  name: "load",
  description:
    "edits, tool loops, steers, interrupts, cuts, lanes and chains at 80 % of what the server can take",
  run,
};

async function run(context: FireContext, ledger: Ledger): Promise<void> {
  const { folder, secrets, seed, signal, report } = context;
  const { file, key } = await secrets.key(folder);
  await using server = await ServerProcess.start({
    ...{ folder, secrets, tokensPerSecond: 1_000, burst: 4 },
    flags: ["--keys", file, "--limit", "connections=2000", "--limit", "httpResponses=1000", ...generous],
  });
  const actors: (Actor & AsyncDisposable)[] = [];
  const widen = async (width: number) => {
    while (actors.length < width) {
      const random = Random.of(seed, "load", actors.length);
      actors.push(await openActor(server, { key, random, ledger, canary: secrets.canary }));
    }
  };
  try {
    const { width, capacity } = await measure(context, ledger, actors, widen);
    await widen(width);
    const rate = capacity * SHARE;
    report(`${capacity.toFixed(1)} acts a second with ${width} clients; going on at ${rate.toFixed(1)}`);
    const over = new AbortController();
    // It may end before anybody waits for it.
    const embedded = embeddedTurns(context, ledger, over.signal).catch((cause: unknown) =>
      ledger.ended(cause),
    );
    try {
      await hold({ ...context, signal }, ledger, server, actors, rate);
    } finally {
      over.abort();
      await embedded;
    }
    demandEffects(ledger);
    ledger.figure("capacity (acts/s)", round(capacity));
  } finally {
    await Promise.all(actors.map((actor) => actor[Symbol.asyncDispose]()));
  }
  ledger.crashed(server.crashes);
}

/** How many acts a second there can be, and with how many clients. */
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
    report(`capacity with ${width} clients`);
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

/** Begins acts at that rate, as long as there is a client for them. */
async function hold(
  { counts, signal, report }: FireContext,
  ledger: Ledger,
  server: ServerProcess,
  actors: readonly Actor[],
  rate: number,
): Promise<void> {
  const start = performance.now();
  const warmth = Math.min(WARMTH_AT_MOST, counts.load * SHARE_FOR_WARMTH);
  const free = [...actors];
  const busy = new Set<Promise<void>>();
  const latencies: Sample[] = [];
  const memory: Sample[] = [];
  const heap: Sample[] = [];
  const handles: Sample[] = [];
  const works: Sample[] = [];
  let acts = 0;
  let late = 0;
  let sampled = start;
  const seconds = () => (performance.now() - start) / 1000;
  while (performance.now() - start < counts.load && !signal.aborted && server.isRunning) {
    const due = Math.floor(seconds() * rate);
    while (acts + late < due) {
      const actor = free.pop();
      if (actor === undefined) {
        // As many are under way as the capacity was measured with: the machine has less to give just now.
        late += due - acts - late;
        break;
      }
      acts++;
      const begun = performance.now();
      const doing = act(actor, ledger).then(() => {
        latencies.push({ at: seconds(), value: performance.now() - begun });
        free.unshift(actor);
        busy.delete(doing);
      });
      busy.add(doing);
    }
    if (performance.now() - sampled >= SAMPLE_EVERY) {
      sampled = performance.now();
      const at = seconds();
      const { rss, descriptors } = server.resources();
      memory.push({ at, value: rss / MIB });
      handles.push({ at, value: descriptors });
      works.push({ at, value: workTime() });
      heap.push({ at, value: ((await server.heap())?.heapUsed ?? 0) / MIB });
      report(`${at.toFixed(0)} s, ${acts} acts, ${(rss / MIB).toFixed(0)} MiB, ${descriptors} handles`);
    }
    await pause(5);
  }
  await Promise.all(busy);
  const settled = (samples: readonly Sample[]) => samples.filter(({ at }) => at * 1000 >= warmth);
  ledger.figure("load held (acts/s)", round(acts / seconds()));
  ledger.figure("acts", acts);
  ledger.figure("acts that found no free client", late);
  if (signal.aborted) return;
  const courses = [
    { what: "memory", unit: "MiB", samples: settled(memory), factor: 1.3, more: 64 },
    { what: "heap", unit: "MiB", samples: settled(heap), factor: 1.5, more: 64 },
    { what: "handles", unit: "", samples: settled(handles), factor: 1.3, more: 30 },
    {
      what: "latency",
      unit: "ms",
      samples: settled(latencies),
      factor: 2 * slowdown(settled(works)),
      more: 200,
    },
  ];
  const isLong = warmth >= LEAST_TO_JUDGE;
  if (!isLong) ledger.skipped.push("a verdict on growth: the load was too short for it");
  for (const course of courses) tell(ledger, course, isLong);
  const machine = courseOf(settled(works));
  ledger.figure(
    "a fixed piece of work in the client, first and last third (ms)",
    `${round(machine.first)}, ${round(machine.last)}`,
  );
}

/** How much slower the machine itself has become, which other programs may have done; 1 at least. */
function slowdown(works: readonly Sample[]): number {
  const { first, last } = courseOf(works);
  return Math.max(1, last / first);
}

/** Milliseconds that a fixed piece of work takes. */
function workTime(): number {
  const begun = performance.now();
  let hash = 0;
  for (let nth = 0; nth < WORK; nth++) hash = Math.imul(hash ^ nth, 0x01000193);
  return hash === 1 ? 0 : performance.now() - begun;
}

async function act(actor: Actor, ledger: Ledger): Promise<void> {
  const [name, run] = actor.random.pick(ACTS);
  try {
    await run(actor);
    ledger.fault(`load: ${name}`);
  } catch (cause) {
    const why = cause instanceof FlintError ? `${cause.code}: ${cause.message}` : String(cause);
    ledger.broke(`${name}: ${why}`);
  }
}

interface Growth {
  readonly what: string;
  readonly unit: string;
  readonly samples: readonly Sample[];
  /** The last third may be so many times the first one, and so much more. */
  readonly factor: number;
  readonly more: number;
}

function tell(ledger: Ledger, { what, unit, samples, factor, more }: Growth, isJudged: boolean): void {
  const { first, last, slope } = courseOf(samples);
  const suffix = unit === "" ? "" : ` ${unit}`;
  ledger.figure(`${what}, first and last third${unit && ` (${unit})`}`, `${round(first)}, ${round(last)}`);
  ledger.figure(`${what} slope (${unit || "count"}/h)`, round(slope));
  if (isJudged && last > first * factor + more) {
    ledger.broke(
      `${what} grew from ${round(first)}${suffix} in the first third to ${round(last)}${suffix} in the last`,
    );
  }
}

function round(value: number): number {
  return Math.round(value * 10) / 10;
}
