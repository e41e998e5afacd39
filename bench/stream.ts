import {
  type Benchmark,
  type BenchmarkOptions,
  type BenchmarkResult,
  quantile,
  spread,
} from "./measure/index.ts";
import { Reader, type Reading } from "./stream/reader.ts";
import { StreamServer } from "./stream/stream-server.ts";

interface Setting {
  readonly name: string;
  readonly sockets: number;
  readonly model: string;
  /** Tokens per stream. */
  readonly tokens: number;
  /** Only the writes: the minimum for any Node.js server that writes each burst separately. */
  readonly isBare?: boolean;
}

const paced = (sockets: number, burst: number): Setting => ({
  name: `${sockets}x1000_bursts_of_${burst}`,
  sockets,
  model: `1000-${burst}`,
  tokens: 4_000,
});

const SETTINGS: readonly Setting[] = [
  ...[1, 20, 100, 200].flatMap((sockets) => [paced(sockets, 1), paced(sockets, 8)]),
  ...[1, 8].map((burst) => ({
    ...paced(100, burst),
    name: `bare_100x1000_bursts_of_${burst}`,
    isBare: true,
  })),
  { name: "1xmax_bursts_of_1", sockets: 1, model: "max-1", tokens: 200_000 },
  { name: "1xmax_bursts_of_8", sockets: 1, model: "max-8", tokens: 1_000_000 },
];

interface Sample {
  readonly round: number;
  readonly setting: string;
  readonly tokens_per_second: number;
  readonly delay_p50_ms: number;
  readonly delay_p99_ms: number;
  readonly cpu_per_token_us: number;
}

/**
 * Measures many concurrent WebSocket streams from an engine with a steady pace: how many tokens arrive, their delay,
 * and the server's CPU time, including its engine.
 */
async function run({ repetitions, report }: BenchmarkOptions): Promise<BenchmarkResult> {
  using server = await StreamServer.start();
  const samples: Sample[] = [];
  // Round 0 is a warm-up for the server's compiler.
  for (let round = 0; round <= repetitions; round++) {
    for (const setting of round % 2 === 0 ? SETTINGS : SETTINGS.toReversed()) {
      report(`${round === 0 ? "warming up" : `repetition ${round} of ${repetitions}`}: ${setting.name}`);
      const sample = await stream(server, setting);
      if (round > 0) samples.push({ round, setting: setting.name, ...sample });
    }
  }
  const metrics: Record<string, ReturnType<typeof spread>> = {};
  for (const { name } of SETTINGS) {
    const own = samples.filter(({ setting }) => setting === name);
    for (const figure of ["tokens_per_second", "delay_p50_ms", "delay_p99_ms", "cpu_per_token_us"] as const) {
      metrics[`${name}_${figure}`] = spread(own.map((sample) => sample[figure]));
    }
  }
  return { metrics, samples };
}

async function stream(server: StreamServer, { sockets, model, tokens, isBare = false }: Setting) {
  const port = isBare ? server.barePort : server.port;
  const readers = await Promise.all(Array.from({ length: sockets }, () => Reader.open(port)));
  try {
    const before = await server.cpu();
    const readings = await Promise.all(readers.map((reader) => reader.read(model, tokens)));
    const cpu = (await server.cpu()) - before;
    const delays = readings.flatMap(({ delays }) => delays);
    return {
      tokens_per_second: readings.reduce((sum, one) => sum + rateOf(one), 0),
      delay_p50_ms: quantile(delays, 0.5),
      delay_p99_ms: quantile(delays, 0.99),
      cpu_per_token_us: (cpu * 1000) / (sockets * tokens),
    };
  } finally {
    for (const reader of readers) reader.close();
  }
}

function rateOf({ tokens, seconds }: Reading): number {
  return tokens / seconds;
}

export const benchmark: Benchmark = {
  name: "stream",
  description:
    "1 to 200 sockets at 1,000 tokens a second: delay from the engine to the client, the server's CPU time per token",
  scoreboardRepetitions: 2,
  goals: [
    {
      metric: "100x1000_bursts_of_1_delay_p99_ms",
      atMost: 10,
      note: "from the engine to the client",
      shortfall:
        "100,000 single tokens a second take nine tenths of a core ([performance.md](performance.md#from-an-engine-in-the-server))",
    },
    { metric: "100x1000_bursts_of_8_delay_p99_ms", atMost: 10, note: "the same" },
    {
      metric: "100x1000_bursts_of_1_cpu_per_token_us",
      atMost: 4,
      note: "of the server, including its engine",
      shortfall:
        "writing each token by itself, without a server, costs more than all of Flint: see `bare_100x1000_bursts_of_1_cpu_per_token_us` ([performance.md](performance.md#from-an-engine-in-the-server))",
    },
    {
      metric: "100x1000_bursts_of_8_cpu_per_token_us",
      atMost: 1.5,
      note: "of the server, including its engine",
      shortfall:
        "the writes alone cost more than the goal: see `bare_100x1000_bursts_of_8_cpu_per_token_us` ([performance.md](performance.md#from-an-engine-in-the-server))",
    },
  ],
  charts: () => [
    {
      title: "The server's CPU time per token",
      unit: "µs",
      bars: SETTINGS.filter(({ sockets, model }) => sockets > 1 || model.startsWith("max")).map(
        ({ name }) => ({
          label: name.replaceAll("_", " ").replace("bare", "writes alone,"),
          metric: `${name}_cpu_per_token_us`,
        }),
      ),
    },
    {
      title: "Delay from the engine to the client, p99",
      unit: "ms",
      bars: SETTINGS.filter(({ isBare }) => isBare !== true).map(({ name }) => ({
        label: name.replaceAll("_", " "),
        metric: `${name}_delay_p99_ms`,
      })),
    },
  ],
  run,
};
