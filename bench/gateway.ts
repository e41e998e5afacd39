import { loadOverLanes } from "./gateway/lanes.ts";
import { behindGateway, direct, type Load, load } from "./gateway/load.ts";
import { Process } from "./gateway/processes.ts";
import { type Benchmark, type BenchmarkOptions, type BenchmarkResult, spread } from "./measure/index.ts";

/** Tokens per second of one stream. */
const RATES = [200, 2_000];
const STREAMS = [1, 50, 200];
/** Duration of an answer in seconds. */
const LENGTH = 1.5;
/** Minimum answers per measurement: fewer would make the 99th percentile meaningless. */
const ANSWERS = 200;
/** Most rounds per measurement. */
const ROUNDS = 50;
/**
 * Most tokens per second of all streams together: beyond, two cores do not suffice for client, gateway and server.
 */
const MOST = 100_000;

/** The measured combinations, as named in the metrics. */
const KINDS = RATES.flatMap((rate) =>
  STREAMS.filter((streams) => rate * streams <= MOST).map((streams) => `${streams}x${rate}`),
);

/** Node needs thousands of requests to compile everything, including in the server that is used directly. */
const WARM_UPS = [
  { streams: 20, rounds: 4, tokens: 400, rate: 2_000 },
  { streams: 400, rounds: 8, tokens: 4, rate: 2_000 },
];

/** The Node option that deploy/ uses. */
const DEPLOYED = ["--max-semi-space-size=64"];

/** Number of streams for which a relay, and Flint over WebSockets, are measured too. */
const COMPARED = 50;

/** `lanes`: the gateway over WebSockets whose lanes the answers share. */
type PlaceName = "direct" | "gateway" | "lanes" | "relay";
type Places = Readonly<Record<PlaceName, (load: Load) => Promise<number[]>>>;

interface Sample {
  readonly rate: number;
  readonly streams: number;
  readonly place: PlaceName;
  /** First-token delay in milliseconds. */
  readonly p50_ms: number;
  readonly p99_ms: number;
  /** CPU time of the gateway or relay per token, in microseconds; null if there is none. */
  readonly cpu_us: number | null;
  /**
   * The part of it for the engine that reads the upstream stream, measured separately without the server around it.
   */
  readonly engine_cpu_us: number | null;
}

/**
 * Measures what Flint adds in front of a server that streams at a steady pace: the same answers directly from that
 * server, through Flint, and through a relay that only passes bytes on, in alternation.
 */
async function run({ repetitions, report }: BenchmarkOptions): Promise<BenchmarkResult> {
  using upstream = new Process("upstream.mjs");
  using gateway = new Process("gateway.mjs", DEPLOYED);
  using relay = new Process("relay.mjs");
  const behind = await upstream.ask<{ port: number }>({});
  const front = await gateway.ask<{ port: number }>({ url: `http://127.0.0.1:${behind.port}/v1` });
  const between = await relay.ask<{ port: number }>({ port: behind.port });
  const places: Places = {
    direct: (what) => load(direct(behind.port), what),
    gateway: (what) => load(behindGateway(front.port), what),
    lanes: (what) => loadOverLanes(front.port, what),
    relay: (what) => load(direct(between.port), what),
  };
  const servers = { direct: null, gateway, lanes: gateway, relay };
  report("warming up");
  for (const ask of Object.values(places)) for (const each of WARM_UPS) await ask(each);

  const samples: Sample[] = [];
  for (const rate of RATES) {
    for (const streams of STREAMS) {
      if (rate * streams > MOST) continue;
      for (let nth = 0; nth < repetitions; nth++) {
        report(`${streams} streams of ${rate} tokens/s, ${nth + 1} of ${repetitions}`);
        const names: PlaceName[] =
          streams === COMPARED ? ["direct", "gateway", "lanes", "relay"] : ["direct", "gateway"];
        for (const place of nth % 2 === 0 ? names : names.toReversed())
          samples.push(await measure(places[place], { rate, streams, place }, servers[place]));
      }
    }
  }
  return { metrics: metricsOf(samples), samples };
}

async function measure(
  ask: Places[PlaceName],
  kind: Pick<Sample, "rate" | "streams" | "place">,
  server: Process | null,
): Promise<Sample> {
  const { rate, streams } = kind;
  const tokens = Math.round(rate * LENGTH);
  const rounds = Math.min(ROUNDS, Math.ceil(ANSWERS / streams));
  const before = await server?.ask<{ cpu: number }>({});
  // A single stream is repeated often with short answers: only its first tokens matter.
  const length = streams === 1 ? Math.ceil(tokens / 10) : tokens;
  const delays = await ask({ streams, rounds, tokens: length, rate });
  const after = await server?.ask<{ cpu: number }>({});
  const all = delays.length * length;
  const alone =
    kind.place === "gateway" ? await server?.ask<{ cpu: number }>({ streams, tokens, rate }) : undefined;
  const spent = (from: { cpu: number } | undefined, to: { cpu: number } | undefined, count: number) =>
    from === undefined || to === undefined ? null : ((to.cpu - from.cpu) * 1000) / count;
  return {
    ...kind,
    p50_ms: percentile(delays, 0.5),
    p99_ms: percentile(delays, 0.99),
    cpu_us: spent(before, after, all),
    engine_cpu_us: spent(after, alone, streams * tokens),
  };
}

function metricsOf(samples: readonly Sample[]): BenchmarkResult["metrics"] {
  const entries = RATES.flatMap((rate) =>
    STREAMS.flatMap((streams) => {
      const of = (place: Sample["place"]) =>
        samples.filter((one) => one.rate === rate && one.streams === streams && one.place === place);
      const [plain, gated, laned, relayed] = [of("direct"), of("gateway"), of("lanes"), of("relay")];
      if (plain.length === 0) return [];
      const name = `${streams}x${rate}`;
      const added = (ones: readonly Sample[], key: "p50_ms" | "p99_ms") =>
        spread(ones.map((one, nth) => one[key] - (plain[nth]?.[key] ?? Number.NaN)));
      const cpu = (ones: readonly Sample[]) => spread(ones.map(({ cpu_us }) => cpu_us ?? Number.NaN));
      return [
        [`direct_p50_${name}_ms`, spread(plain.map(({ p50_ms }) => p50_ms))],
        [`direct_p99_${name}_ms`, spread(plain.map(({ p99_ms }) => p99_ms))],
        [`added_p50_${name}_ms`, added(gated, "p50_ms")],
        [`added_p99_${name}_ms`, added(gated, "p99_ms")],
        [`cpu_per_token_${name}_us`, cpu(gated)],
        ...(streams === COMPARED
          ? ([
              [`lanes_added_p50_${name}_ms`, added(laned, "p50_ms")],
              [`lanes_added_p99_${name}_ms`, added(laned, "p99_ms")],
              [`lanes_cpu_per_token_${name}_us`, cpu(laned)],
              [`relay_cpu_per_token_${name}_us`, cpu(relayed)],
            ] as const)
          : []),
        [
          `engine_cpu_per_token_${name}_us`,
          spread(gated.map(({ engine_cpu_us }) => engine_cpu_us ?? Number.NaN)),
        ],
      ] as const;
    }),
  );
  return Object.fromEntries(entries);
}

function percentile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
}

export const benchmark: Benchmark = {
  name: "gateway",
  description: "what Flint adds in front of a streaming server: delay of the first token, CPU time per token",
  scoreboardRepetitions: 2,
  goals: [
    {
      metric: "added_p99_50x200_ms",
      atMost: 5,
      note: "first token through Flint minus the direct one",
      shortfall:
        "the client, Flint and the other server share two cores, and a pause of one delays whatever arrives meanwhile ([benchmarks.md](benchmarks.md#gateway))",
    },
    ...KINDS.map((kind) => ({
      metric: `cpu_per_token_${kind}_us`,
      atMost: 10,
      note: "of Flint's process, including reading the other server's stream",
      shortfall:
        "a read and a write cost more than the goal even without Flint (see `relay_cpu_per_token_50x200_us`), and few tokens share them ([performance.md](performance.md#from-a-server-behind-flint))",
    })),
  ],
  charts: () => [
    {
      title: "CPU time per token",
      unit: "µs",
      bars: KINDS.map((kind) => ({ label: kind.replace("x", " × "), metric: `cpu_per_token_${kind}_us` })),
    },
  ],
  run,
};
