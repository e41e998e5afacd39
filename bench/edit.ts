import { readFileSync } from "node:fs";
import type { EditResult, Session } from "flint";
import { openSession } from "./edit/session.ts";
import { type Benchmark, type BenchmarkOptions, type BenchmarkResult, spread } from "./measure/index.ts";

interface Case {
  readonly name: string;
  readonly code: string;
  readonly instruction: string;
  readonly language: string;
  /** The metrics it counts for: answers to short code are mostly new text, those to long code mostly repeat it. */
  readonly length: "short" | "long";
}

/** The edits of the README, of 1 to 8 lines. */
const EXAMPLES = [
  ["factorial.js", "optimize this code"],
  ["orders.js", "use const and let instead of var"],
  ["draw-shapes.js", "hoist the length out of the loop"],
  ["allowed-users.js", "use a Set for lookups"],
  ["load-user.js", "use async/await"],
  ["notify.js", "use optional chaining"],
] as const;
/** Number of lines of long code, and how many held-out edits of that length to use, spread evenly. */
const LONG = { least: 20, most: 60, count: 12 };

/** A line of the file with held-out edits. */
interface HeldOut {
  readonly id: string;
  readonly instruction: string;
  readonly before: string;
  readonly after: string;
  readonly phrasing: string;
  readonly language?: string;
}

function cases(): Case[] {
  const read = (path: string) => readFileSync(new URL(`../../${path}`, import.meta.url), "utf8");
  const short = EXAMPLES.map(
    ([file, instruction]): Case => ({
      name: file,
      code: read(`examples/${file}`),
      instruction,
      language: "javascript",
      length: "short",
    }),
  );
  const long = read("models/nano/eval/held-out.jsonl")
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as HeldOut)
    .filter(({ before, after, phrasing }) => {
      const lines = before.split("\n").length;
      return phrasing === "known" && before !== after && lines >= LONG.least && lines <= LONG.most;
    });
  const chosen = Array.from(
    { length: LONG.count },
    (_, n) => long[Math.floor((n * long.length) / LONG.count)],
  );
  return [
    ...short,
    ...chosen.flatMap((one): Case[] =>
      one === undefined
        ? []
        : [
            {
              ...one,
              name: one.id,
              code: one.before,
              language: one.language ?? "javascript",
              length: "long",
            },
          ],
    ),
  ];
}

interface Measured {
  readonly answer: string;
  readonly sample: Sample;
}

interface Sample {
  readonly edit: string;
  readonly length: Case["length"];
  readonly prediction: boolean;
  readonly first_token_ms: number;
  readonly total_ms: number;
  /** From the end of the prefill to the end of the response. */
  readonly generation_ms: number;
  readonly output_tokens: number;
}

/**
 * Runs each edit with and without its prediction, alternating: other load on the machine then affects both equally.
 * Its code is new to the engine every time, as when a user asks for an edit.
 */
async function run({ repetitions, report }: BenchmarkOptions): Promise<BenchmarkResult> {
  await using session = await openSession();
  const samples: Sample[] = [];
  const speedups = { short: [] as number[], long: [] as number[] };
  for (const one of cases()) {
    report(`${one.name}: "${one.instruction}"`);
    // An unmeasured run first: the first edits include loading the model and touching its memory.
    for (const prediction of [true, false]) await measure(session, one, prediction);
    for (let repetition = 0; repetition < repetitions; repetition++) {
      const isFirst = repetition % 2 === 0;
      const first = await measure(session, one, !isFirst);
      const second = await measure(session, one, isFirst);
      const [plain, predicted] = isFirst ? [first, second] : [second, first];
      if (plain.answer !== predicted.answer)
        throw new Error(`the prediction changed the answer of ${one.name}`);
      samples.push(plain.sample, predicted.sample);
      speedups[one.length].push(plain.sample.total_ms / predicted.sample.total_ms);
    }
  }
  return {
    metrics: {
      ...describe(samples, "long"),
      prediction_speedup: spread(speedups.long),
      ...describe(samples, "short"),
      prediction_speedup_short: spread(speedups.short),
    },
    samples,
  };
}

async function measure(
  session: Session,
  { name, code, instruction, language, length }: Case,
  prediction: boolean,
): Promise<Measured> {
  const edit = { code, instruction, language, ...(prediction ? {} : { prediction: null }) };
  const { answer, status, timings }: EditResult = await session.edit(edit);
  const { first_token_ms, total_ms, server } = timings;
  if (status !== "completed" || first_token_ms === null || server === null) {
    throw new Error(`the edit of ${name} ended as ${status} or lacks timings`);
  }
  if (server.reused_tokens > server.prompt_tokens / 2)
    throw new Error(`the engine had read ${name} before, so this is not a new edit`);
  const sample = {
    edit: name,
    length,
    prediction,
    first_token_ms,
    total_ms,
    generation_ms: server.total_ms - server.queue_ms - server.prefill_ms,
    output_tokens: server.output_tokens,
  };
  return { answer, sample };
}

function describe(samples: readonly Sample[], length: Case["length"]): BenchmarkResult["metrics"] {
  const metrics: Record<string, ReturnType<typeof spread>> = {};
  for (const prediction of [true, false]) {
    const some = samples.filter((sample) => sample.prediction === prediction && sample.length === length);
    const suffix = `${length === "short" ? "_short" : ""}${prediction ? "" : "_without_prediction"}`;
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
  description: "edits by the bundled model through the SDK, a WebSocket and the server",
  scoreboardRepetitions: 5,
  goals: [
    {
      metric: "tokens_per_second",
      atLeast: 1_000,
      note: "edits of 20 to 60 lines, with the existing code as the prediction",
    },
  ],
  charts: () => [
    {
      title: "An edit of 20 to 60 lines by the bundled model",
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
