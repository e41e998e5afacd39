import type { Ledger } from "../phase/index.ts";
import type { ServerProcess } from "../server/index.ts";
import { courseOf, round, type Sample } from "./samples.ts";

/** Milliseconds of warm-up from which growth is judged: a shorter run only shows the start. */
const LEAST_TO_JUDGE = 600_000;
/** Iterations of the workload that measures the machine's speed; takes a few milliseconds. */
const WORK = 4_000_000;
const MIB = 1024 * 1024;

/** Samples of a server and its machine under load over time. */
export class LoadSamples {
  readonly #latencies: Sample[] = [];
  readonly #memory: Sample[] = [];
  readonly #heap: Sample[] = [];
  readonly #handles: Sample[] = [];
  readonly #workTimes: Sample[] = [];

  /** Adds the latency of one finished act, in milliseconds. `at` is in seconds, as everywhere in this class. */
  addLatency(at: number, value: number): void {
    this.#latencies.push({ at, value });
  }

  /** Samples the server and returns its memory in MiB and its open handles. */
  async take(at: number, server: ServerProcess): Promise<{ memory: number; handles: number }> {
    const { rss, descriptors } = server.resources();
    const memory = rss / MIB;
    this.#memory.push({ at, value: memory });
    this.#handles.push({ at, value: descriptors });
    this.#workTimes.push({ at, value: workTime() });
    this.#heap.push({ at, value: ((await server.heap())?.heapUsed ?? 0) / MIB });
    return { memory, handles: descriptors };
  }

  /** Reports growth after the warm-up to the ledger. `warmth` is the length of the warm-up in milliseconds. */
  judge(ledger: Ledger, warmth: number): void {
    const settled = (samples: readonly Sample[]) => samples.filter(({ at }) => at * 1000 >= warmth);
    const works = settled(this.#workTimes);
    const courses: readonly Growth[] = [
      { what: "memory", unit: "MiB", samples: settled(this.#memory), factor: 1.3, more: 64 },
      { what: "heap", unit: "MiB", samples: settled(this.#heap), factor: 1.5, more: 64 },
      { what: "handles", unit: "", samples: settled(this.#handles), factor: 1.3, more: 30 },
      {
        what: "latency",
        unit: "ms",
        samples: settled(this.#latencies),
        factor: 2 * slowdown(works),
        more: 200,
      },
    ];
    const isLong = warmth >= LEAST_TO_JUDGE;
    if (!isLong) ledger.skipped.push("a verdict on growth: the load was too short");
    for (const course of courses) judgeGrowth(ledger, course, isLong);
    const machine = courseOf(works);
    ledger.recordFigure(
      "a fixed piece of work in the client, first and last third (ms)",
      `${round(machine.first)}, ${round(machine.last)}`,
    );
  }
}

interface Growth {
  readonly what: string;
  readonly unit: string;
  readonly samples: readonly Sample[];
  /** The limit for the last third: the first third times `factor`, plus `more`. */
  readonly factor: number;
  readonly more: number;
}

function judgeGrowth(ledger: Ledger, { what, unit, samples, factor, more }: Growth, isJudged: boolean): void {
  const { first, last, slope } = courseOf(samples);
  const suffix = unit === "" ? "" : ` ${unit}`;
  ledger.recordFigure(
    `${what}, first and last third${unit && ` (${unit})`}`,
    `${round(first)}, ${round(last)}`,
  );
  ledger.recordFigure(`${what} slope (${unit || "count"}/h)`, round(slope));
  if (isJudged && last > first * factor + more) {
    ledger.recordBroken(
      `${what} grew from ${round(first)}${suffix} in the first third to ${round(last)}${suffix} in the last`,
    );
  }
}

/** Returns by what factor the machine has slowed down, for example because of other programs; at least 1. */
function slowdown(works: readonly Sample[]): number {
  const { first, last } = courseOf(works);
  return Math.max(1, last / first);
}

/** Returns how many milliseconds a fixed workload takes. */
function workTime(): number {
  const begun = performance.now();
  let hash = 0;
  for (let nth = 0; nth < WORK; nth++) hash = Math.imul(hash ^ nth, 0x01000193);
  return hash === 1 ? 0 : performance.now() - begun;
}
