import { Chain, MODEL } from "./chain/conversation.ts";
import { Socket } from "./client/index.ts";
import { type Benchmark, type BenchmarkOptions, type BenchmarkResult, spread } from "./measure/index.ts";
import { BenchServer } from "./server/index.ts";

const DEPTHS = [1, 100, 1_000] as const;
type Depth = (typeof DEPTHS)[number];
/** Blocks per repetition, alternating between the depths, and turns per block. */
const BLOCKS = 8;
const TURNS = 5;
/** Turns for Node's compiler to warm up. */
const WARM_UP = 3_000;

interface Sample {
  readonly round: number;
  readonly depth: Depth;
  /** Medians over the turns: time for the client, and the server's CPU time. */
  readonly turn_ms: number;
  readonly cpu_ms: number;
}

/** Measures a turn's cost after a short, a long and a very long conversation. */
async function run({ repetitions, report }: BenchmarkOptions): Promise<BenchmarkResult> {
  const turns = [{ steps: [{ text: "This is the next one." }] }];
  await using server = await BenchServer.start({ scenario: { model: { id: MODEL }, burst: 64, turns } });
  report("warming up");
  const open = async () => new Chain(await Socket.open(server.port));
  using warmUp = await open();
  await warmUp.grow(WARM_UP);
  using short = await open();
  using long = await open();
  using longest = await open();
  const chains: Readonly<Record<Depth, Chain>> = { 1: short, 100: long, 1000: longest };
  const samples: Sample[] = [];
  for (let round = 1; round <= repetitions; round++) {
    report(`repetition ${round} of ${repetitions}`);
    // Start over: the measured turns make a conversation longer.
    for (const depth of DEPTHS) {
      await chains[depth].begin();
      await chains[depth].grow(depth);
    }
    const blocks: Record<Depth, Block[]> = { 1: [], 100: [], 1000: [] };
    for (let nth = 0; nth < BLOCKS; nth++) {
      for (const depth of nth % 2 === 0 ? DEPTHS : DEPTHS.toReversed()) {
        if (depth === 1) await short.begin();
        blocks[depth].push(await block(server, chains[depth]));
      }
    }
    for (const depth of DEPTHS) {
      const own = blocks[depth];
      const turn_ms = spread(own.flatMap(({ times }) => times)).median;
      samples.push({ round, depth, turn_ms, cpu_ms: spread(own.map(({ cpu }) => cpu)).median });
    }
  }
  return { metrics: metricsOf(samples), samples };
}

interface Block {
  readonly times: readonly number[];
  /** The server's CPU time per turn. */
  readonly cpu: number;
}

async function block(server: BenchServer, chain: Chain): Promise<Block> {
  const before = (await server.spent()).cpu;
  const times: number[] = [];
  for (let turn = 0; turn < TURNS; turn++) times.push(await chain.turn());
  return { times, cpu: ((await server.spent()).cpu - before) / TURNS };
}

function metricsOf(samples: readonly Sample[]): BenchmarkResult["metrics"] {
  const of = (depth: Depth, key: "turn_ms" | "cpu_ms") =>
    samples
      .filter((sample) => sample.depth === depth)
      .sort((a, b) => a.round - b.round)
      .map((sample) => sample[key]);
  const metrics: Record<string, ReturnType<typeof spread>> = {};
  for (const key of ["turn_ms", "cpu_ms"] as const) {
    const shallow = of(DEPTHS[0], key);
    for (const depth of DEPTHS) metrics[`depth_${depth}_${key}`] = spread(of(depth, key));
    for (const depth of DEPTHS.slice(1)) {
      metrics[`depth_${depth}_${key.replace("_ms", "")}_growth`] = spread(
        of(depth, key).map((value, round) => value / (shallow[round] ?? Number.NaN)),
      );
    }
  }
  return metrics;
}

export const benchmark: Benchmark = {
  name: "chain",
  description: "the cost of a turn after 1, 100 and 1,000 responses of its conversation",
  scoreboardRepetitions: 10,
  goals: DEPTHS.slice(1).flatMap((depth) => [
    { metric: `depth_${depth}_turn_growth`, atMost: 1.1, note: "time of a turn ÷ depth 1" },
    {
      metric: `depth_${depth}_cpu_growth`,
      atMost: 1.1,
      note: "the server's CPU time ÷ depth 1",
    },
  ]),
  charts: () => [
    {
      title: "Time of a turn, by the length of its conversation",
      unit: "ms",
      bars: DEPTHS.map((depth) => ({ label: `depth ${depth}`, metric: `depth_${depth}_turn_ms` })),
    },
  ],
  run,
};
