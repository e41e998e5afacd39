import { readFileSync } from "node:fs";
import { type EditResult, initializeSession, type Session } from "flint";
import { type Benchmark, type BenchmarkOptions, type BenchmarkResult, spread } from "./measure/index.ts";

/** Edits that the bundled model is made for. */
const CASES = [
  { file: "factorial.js", instruction: "optimize this code" },
  { file: "orders.js", instruction: "use const and let instead of var" },
  { file: "draw-shapes.js", instruction: "hoist the length out of the loop" },
  { file: "allowed-users.js", instruction: "use a Set for lookups" },
  { file: "load-user.js", instruction: "use async/await" },
  { file: "notify.js", instruction: "use optional chaining" },
] as const;

interface Measured {
  readonly answer: string;
  readonly sample: Sample;
}

interface Sample {
  readonly example: string;
  readonly prediction: boolean;
  readonly first_token_ms: number;
  readonly total_ms: number;
  /** From the end of the prompt's reading to the end of the response. */
  readonly generation_ms: number;
  readonly output_tokens: number;
}

/** Each edit with its prediction and without, turn about, so that a busy moment of the machine meets both alike. */
async function run({ repetitions, report }: BenchmarkOptions): Promise<BenchmarkResult> {
  await using session = await initializeSession();
  const samples: Sample[] = [];
  const speedups: number[] = [];
  for (const { file, instruction } of CASES) {
    report(`${file}: "${instruction}"`);
    const code = readFileSync(new URL(`../../examples/${file}`, import.meta.url), "utf8");
    // Once unmeasured: the first edit pays for the model's first touch of its memory.
    await session.edit({ code, instruction, language: "javascript" });
    for (let repetition = 0; repetition < repetitions; repetition++) {
      const plain = await measure(session, file, { code, instruction, prediction: null });
      const predicted = await measure(session, file, { code, instruction });
      if (plain.answer !== predicted.answer) throw new Error(`the prediction changed the answer for ${file}`);
      samples.push(plain.sample, predicted.sample);
      speedups.push(plain.sample.total_ms / predicted.sample.total_ms);
    }
  }
  return { metrics: { ...describe(samples), prediction_speedup: spread(speedups) }, samples };
}

async function measure(
  session: Session,
  example: string,
  edit: { code: string; instruction: string; prediction?: null },
): Promise<Measured> {
  const { answer, status, timings }: EditResult = await session.edit({ ...edit, language: "javascript" });
  const { first_token_ms, total_ms, server } = timings;
  if (status !== "completed" || first_token_ms === null || server === null) {
    throw new Error(`the edit of ${example} ended as ${status}, without all of its timings`);
  }
  const sample = {
    example,
    prediction: edit.prediction !== null,
    first_token_ms,
    total_ms,
    generation_ms: server.total_ms - server.queue_ms - server.prefill_ms,
    output_tokens: server.output_tokens,
  };
  return { answer, sample };
}

function describe(samples: readonly Sample[]): BenchmarkResult["metrics"] {
  const metrics: Record<string, ReturnType<typeof spread>> = {};
  for (const prediction of [true, false]) {
    const some = samples.filter((sample) => sample.prediction === prediction);
    const suffix = prediction ? "" : "_without_prediction";
    metrics[`tokens_per_second${suffix}`] = spread(some.map(tokensPerSecond));
    metrics[`first_token_ms${suffix}`] = spread(some.map((sample) => sample.first_token_ms));
    metrics[`whole_edit_ms${suffix}`] = spread(some.map((sample) => sample.total_ms));
  }
  return metrics;
}

function tokensPerSecond({ output_tokens, generation_ms }: Sample): number {
  return (output_tokens / generation_ms) * 1000;
}

export const benchmark: Benchmark = {
  name: "edit",
  description: "edits by the bundled model through SDK, WebSocket and server",
  scoreboardRepetitions: 5,
  goals: [{ metric: "tokens_per_second", atLeast: 1_000, note: "with the code at hand as the prediction" }],
  charts: () => [
    {
      title: "An edit by the bundled model",
      unit: "ms",
      bars: [
        { label: "first token", metric: "first_token_ms" },
        { label: "first token, no prediction", metric: "first_token_ms_without_prediction" },
        { label: "whole edit", metric: "whole_edit_ms" },
        { label: "whole edit, no prediction", metric: "whole_edit_ms_without_prediction" },
      ],
    },
  ],
  run,
};
