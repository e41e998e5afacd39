import type { CreateBody } from "@flint/protocol";
import { HttpClient, Socket, textOf } from "./client/index.ts";
import {
  type Benchmark,
  type BenchmarkOptions,
  type BenchmarkResult,
  quantile,
  spread,
} from "./measure/index.ts";
import { random10M, randomModel } from "./models/index.ts";
import { BenchServer } from "./server/index.ts";
import { measureInterrupt, type StopSample } from "./steer/interrupt.ts";
import {
  type FreshSample,
  measureFresh,
  measureSteer,
  STEER,
  type SteerSample,
  user,
} from "./steer/steered.ts";

/** Interrupts and steers per repetition: 200 each with the default of five. */
const RUNS = 40;
/** Conversations sent from scratch, which take much longer. */
const FRESH = 3;
/** Approximate tokens of the conversation before the answer. */
const CONTEXT = 2_048;
/** Most tokens of an answer: more than are generated before it is stopped. */
const ANSWER = 1_024;

type Sample = StopSample | SteerSample | FreshSample;

/** Measures interrupting and steering running answers, over one WebSocket to a server with the embedded engine. */
async function run({ repetitions, report }: BenchmarkOptions): Promise<BenchmarkResult> {
  const { id: model } = random10M;
  await using server = await BenchServer.start({
    models: [{ id: model, path: await randomModel(random10M) }],
    // No drafts: a random model accepts them only by chance, which would hide the effect of a steer on the speed.
    llama: { gpu: false, contextLength: 4 * CONTEXT, sequences: 4, speculation: "never" },
  });
  using socket = await Socket.open(server.port);
  using client = new HttpClient(server.port);
  const settings: CreateBody = { model, store: false, max_output_tokens: ANSWER };
  const ownTokens = await client.countTokens({ model, input: [user(STEER)] });
  report("warming up");
  const text = textOf(CONTEXT, "steer");
  const base = await socket.answer({ ...settings, input: text, max_output_tokens: 1 });
  const question: CreateBody = {
    ...settings,
    input: "Find the bug.",
    previous_response_id: base.response.id,
  };
  for (let nth = 0; nth < 5; nth++) {
    await measureInterrupt(socket, question, nth);
    await measureSteer(socket, question, nth, ownTokens);
  }
  const samples: Sample[] = [];
  for (let repetition = 1; repetition <= repetitions; repetition++) {
    report(`repetition ${repetition} of ${repetitions}`);
    for (let nth = 0; nth < RUNS; nth++) {
      // Waits of up to one or two steps, at varying positions within a step.
      const wait = (nth % 7) * 0.9;
      samples.push(await measureInterrupt(socket, question, wait));
      samples.push(await measureSteer(socket, question, wait, ownTokens));
    }
    for (let nth = 0; nth < FRESH; nth++) {
      const unread = textOf(CONTEXT, `fresh ${repetition} ${nth}`);
      samples.push(await measureFresh(client, settings, unread, "result value order paid"));
    }
  }
  return { metrics: metricsOf(samples), samples };
}

function metricsOf(samples: readonly Sample[]): BenchmarkResult["metrics"] {
  const stops = samples.filter((sample) => sample.what === "interrupt");
  const steers = samples.filter((sample) => sample.what === "steer");
  const anew = samples.filter((sample) => sample.what === "fresh");
  const step = spread(stops.map(({ step_ms }) => step_ms));
  const stop = stops.map(({ stop_ms }) => stop_ms);
  const of = (key: Exclude<keyof SteerSample, "what">) => steers.map((sample) => sample[key]);
  return {
    engine_step_ms: step,
    stop_p50_ms: quantile(stop, 0.5),
    stop_p99_ms: quantile(stop, 0.99),
    stop_p99_beyond_a_step_ms: quantile(stop, 0.99) - step.median,
    steer_accepted_p50_ms: quantile(of("accepted_ms"), 0.5),
    steer_accepted_p99_ms: quantile(of("accepted_ms"), 0.99),
    steer_first_token_p50_ms: quantile(of("first_token_ms"), 0.5),
    steer_first_token_p99_ms: quantile(of("first_token_ms"), 0.99),
    fresh_first_token_ms: spread(anew.map(({ first_token_ms }) => first_token_ms)),
    steer_prefilled_tokens: spread(of("prefilled_tokens")),
    steer_own_tokens: spread(of("own_tokens")),
    steer_prefilled_beyond_own_tokens: spread(
      steers.map(({ prefilled_tokens, own_tokens }) => prefilled_tokens - own_tokens),
    ),
    fresh_prefilled_tokens: spread(anew.map(({ prefilled_tokens }) => prefilled_tokens)),
    tokens_per_second_before: spread(of("speed_before")),
    tokens_per_second_after: spread(of("speed_after")),
    speed_after_to_before: spread(steers.map((sample) => sample.speed_after / sample.speed_before)),
  };
}

export const benchmark: Benchmark = {
  name: "steer",
  description: "stopping and redirecting answers: delay, tokens read again, speed afterwards",
  scoreboardRepetitions: 5,
  goals: [
    {
      metric: "stop_p99_beyond_a_step_ms",
      atMost: 5,
      note: "from the interrupt to the end of the response, minus one step of the engine",
      shortfall:
        "half of the stops end within a step; the slowest in a hundred wait for a core, because client, server and engine share the cores",
    },
    {
      metric: "steer_prefilled_beyond_own_tokens",
      atMost: 3,
      note: "the last token of the interrupted answer, and what ends its message",
    },
    { metric: "speed_after_to_before", atLeast: 0.95 },
  ],
  charts: () => [
    {
      title: "First new token: a steer, and the same conversation sent from scratch",
      unit: "ms",
      bars: [
        { label: "steer, median", metric: "steer_first_token_p50_ms" },
        { label: "steer, p99", metric: "steer_first_token_p99_ms" },
        { label: "told anew", metric: "fresh_first_token_ms" },
      ],
    },
  ],
  run,
};
