import {
  type Benchmark,
  type BenchmarkOptions,
  type BenchmarkResult,
  quantile,
  spread,
} from "./measure/index.ts";
import { BenchServer } from "./server/index.ts";
import { ANSWER, IdleSession, ITEMS, MODEL } from "./sessions/idle-session.ts";
import { needsSockets } from "./sessions/open-files.ts";

const COUNTS = [1_000, 5_000, 10_000] as const;
/** Sessions opened concurrently. */
const AT_ONCE = 20;
/** Sessions opened and closed before memory is measured, for the server to reach its working size. */
const WARM_UP = 400;
/** Sessions to wake, one after another, spread over all. */
const WOKEN = 200;

interface Sample {
  readonly repetition: number;
  readonly sessions: number;
  readonly memory_per_session_kb: number;
  readonly heap_per_session_kb: number;
  readonly wake_p50_ms: number;
  readonly wake_p99_ms: number;
}

/** Measures idle connections with a conversation each: their memory, and how soon one responds again. */
async function run({ repetitions, report }: BenchmarkOptions): Promise<BenchmarkResult> {
  const most = Math.max(...COUNTS);
  needsSockets(most + AT_ONCE);
  const samples: Sample[] = [];
  for (let repetition = 1; repetition <= repetitions; repetition++) {
    const turns = [{ steps: [{ text: ANSWER }] }];
    const scenario = { model: { id: MODEL }, burst: 64, turns };
    await using server = await BenchServer.start({ scenario }, { connections: most + AT_ONCE });
    const sessions: IdleSession[] = [];
    try {
      report(`repetition ${repetition} of ${repetitions}: warming up`);
      await open(server.port, WARM_UP, sessions);
      for (const session of sessions.splice(0)) session[Symbol.dispose]();
      const before = await server.spentAfterCollection();
      for (const count of COUNTS) {
        report(`repetition ${repetition} of ${repetitions}: ${count} sessions of ${ITEMS} items`);
        await open(server.port, count - sessions.length, sessions);
        const held = await server.spentAfterCollection();
        const waits: number[] = [];
        for (let nth = 0; nth < WOKEN; nth++) {
          const session = sessions[Math.floor(((nth + 0.5) / WOKEN) * count)];
          if (session !== undefined) waits.push(await session.wake());
        }
        samples.push({
          repetition,
          sessions: count,
          memory_per_session_kb: (held.rss - before.rss) / count / 1024,
          heap_per_session_kb: (held.heap - before.heap) / count / 1024,
          wake_p50_ms: quantile(waits, 0.5),
          wake_p99_ms: quantile(waits, 0.99),
        });
      }
    } finally {
      for (const session of sessions) session[Symbol.dispose]();
    }
  }
  return { metrics: metricsOf(samples), samples };
}

async function open(port: number, count: number, sessions: IdleSession[]): Promise<void> {
  let left = count;
  const one = async () => {
    while (left-- > 0) sessions.push(await IdleSession.open(port));
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
}

const FIGURES = ["memory_per_session_kb", "heap_per_session_kb", "wake_p50_ms", "wake_p99_ms"] as const;
const label = (count: number) => `${count / 1000}k`;

function metricsOf(samples: readonly Sample[]): BenchmarkResult["metrics"] {
  const entries = COUNTS.flatMap((count) => {
    const own = samples.filter(({ sessions }) => sessions === count);
    return FIGURES.map(
      (figure) => [`${label(count)}_${figure}`, spread(own.map((sample) => sample[figure]))] as const,
    );
  });
  return Object.fromEntries(entries);
}

export const benchmark: Benchmark = {
  name: "sessions",
  description: "1,000 to 10,000 idle sessions with a conversation each: memory per session, time to wake one",
  scoreboardRepetitions: 1,
  goals: COUNTS.flatMap((count) => [
    {
      metric: `${label(count)}_memory_per_session_kb`,
      atMost: 40,
      note: `growth of the server's process, with ${ITEMS} items per session`,
      shortfall:
        "36 KB are objects; the rest is free space between them in V8's pages, which V8 returns after a longer idle time ([performance.md](performance.md#an-idle-session))",
    },
    { metric: `${label(count)}_wake_p50_ms`, atMost: 5, note: "time to the first text of the next answer" },
  ]),
  charts: () => [
    {
      title: "Memory of an idle session",
      unit: "KB",
      bars: COUNTS.map((count) => ({
        label: `${label(count)} sessions`,
        metric: `${label(count)}_memory_per_session_kb`,
      })),
    },
  ],
  run,
};
