import { type Benchmark, type BenchmarkOptions, type BenchmarkResult, spread } from "./measure/index.ts";
import { type ModelSample, measureModelServers } from "./peers/model-servers.ts";
import { measureProtocol, type ProtocolSample } from "./peers/protocol.ts";

/** Measures Flint and other servers in alternation: the protocol alone, and servers with a model. */
async function run({ repetitions, peers, report }: BenchmarkOptions): Promise<BenchmarkResult> {
  const protocol = await measureProtocol(repetitions, report);
  const models = await measureModelServers(repetitions, peers, report);
  return {
    metrics: { ...protocolMetrics(protocol), ...modelMetrics(models) },
    samples: [...protocol, ...models],
  };
}

const KINDS = ["flint_websocket", "flint_http", "aimock_websocket", "aimock_http"] as const;

function protocolMetrics(samples: readonly ProtocolSample[]): BenchmarkResult["metrics"] {
  const of = (kind: string, key: "first_text_ms" | "answer_ms") =>
    samples
      .filter(({ server, transport }) => `${server}_${transport}` === kind)
      .sort((a, b) => a.round - b.round)
      .map((sample) => sample[key]);
  const metrics: Record<string, ReturnType<typeof spread>> = {};
  for (const kind of KINDS) {
    metrics[`${kind}_first_text_ms`] = spread(of(kind, "first_text_ms"));
    metrics[`${kind}_answer_of_1000_pieces_ms`] = spread(of(kind, "answer_ms"));
  }
  const own = of("flint_websocket", "answer_ms");
  for (const kind of KINDS.slice(1)) {
    metrics[`flint_websocket_answer_to_${kind}`] = spread(
      of(kind, "answer_ms").map((time, round) => (own[round] ?? Number.NaN) / time),
    );
  }
  return metrics;
}

const MODEL_FIGURES = ["first_token_ms", "continued_first_token_ms", "characters_per_second"] as const;

function modelMetrics(samples: readonly ModelSample[]): BenchmarkResult["metrics"] {
  const metrics: Record<string, ReturnType<typeof spread>> = {};
  for (const server of new Set(samples.map((sample) => sample.server))) {
    const own = samples.filter((sample) => sample.server === server);
    for (const figure of MODEL_FIGURES) {
      metrics[`model_${server}_${figure}`] = spread(own.map((sample) => sample[figure]));
    }
  }
  return metrics;
}

/** Returns a bar for each server that was measured, labelled from the metric's name. */
function bars(metrics: readonly string[], pattern: RegExp) {
  return metrics.flatMap((metric) => {
    const label = pattern.exec(metric)?.[1];
    return label === undefined ? [] : [{ label: label.replace("_", ", "), metric }];
  });
}

export const benchmark: Benchmark = {
  name: "peers",
  description:
    "Flint compared with aimock, and with other servers with a model (LLAMA_SERVER=PATH, --peer NAME=URL)",
  scoreboardRepetitions: 5,
  goals: [],
  charts: (metrics) => [
    {
      title: "A prepared answer of 1,000 pieces",
      unit: "ms",
      bars: bars(metrics, /^(\w+)_answer_of_1000_pieces_ms$/),
    },
    {
      title: "First token of a prompt of about 1,000 tokens, through chat completions",
      unit: "ms",
      bars: bars(metrics, /^model_([a-z][a-z0-9-]*)_first_token_ms$/),
    },
    {
      title: "First token of the next question, with the conversation sent again",
      unit: "ms",
      bars: bars(metrics, /^model_(.+)_continued_first_token_ms$/),
    },
  ],
  run,
};
