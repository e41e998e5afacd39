import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { createRequire } from "node:module";
import { createLlamaEngine, type Engine, type Prompt, type Thread } from "@flint/engine";
import { type Benchmark, type BenchmarkOptions, type BenchmarkResult, spread } from "./measure/index.ts";

/** Tokens of each answer, and alternations of one repetition. */
const TOKENS = 320;
const ROUNDS = 4;

const MODEL = createRequire(import.meta.url).resolve("@flint/nano/nano-v0.f16.gguf");
const INSTRUCTION = "use const and let instead of var";
const CODE = ordersCode();
const PROMPT = editPrompt(CODE);
/** The same prompt as the bundled model reads it; that the answers are equal shows that it is the same. */
const SEGMENTS = [
  { text: "<|user|>", special: true },
  { text: INSTRUCTION, special: false },
  { text: "<|code|>", special: true },
  { text: CODE, special: false },
  { text: "<|assistant|>", special: true },
];

const LOOPS = ["engine", "native", "evaluate"] as const;
type Loop = (typeof LOOPS)[number];

interface Run {
  readonly text: string;
  readonly tokens: number;
  /** From the first token to the last. */
  readonly decode_ms: number;
  readonly prefill_ms: number;
  readonly prompt_tokens: number;
}

interface Sample extends Omit<Run, "text"> {
  readonly round: number;
  readonly loop: Loop;
}

/**
 * The engine, read through its process and its async iteration, against two bare loops of the library that it is
 * built on. The three take turns, each first as often as the others, and must give the same text.
 */
async function run({ repetitions, report }: BenchmarkOptions): Promise<BenchmarkResult> {
  report("starting the engine and the bare loop");
  const coldStart = await measureColdStart();
  const engine = start();
  const bare = await startBareLoop();
  try {
    const thread = await engine.openThread({ model: "nano" });
    const measure = (loop: Loop) => (loop === "engine" ? engineRun(thread) : bareRun(bare, loop));
    // Once unmeasured: the first run pays for the model's first touch of its memory.
    const expected = (await measure("engine")).text;
    for (const loop of LOOPS) await measure(loop);

    const samples: Sample[] = [];
    for (let round = 0; round < repetitions * ROUNDS; round++) {
      if (round % ROUNDS === 0) report(`repetition ${round / ROUNDS + 1} of ${repetitions}`);
      for (let turn = 0; turn < LOOPS.length; turn++) {
        const loop = LOOPS[(round + turn) % LOOPS.length] ?? "engine";
        const { text, ...sample } = await measure(loop);
        if (text !== expected) throw new Error(`the ${loop} loop gave another text than the engine`);
        samples.push({ round, loop, ...sample });
      }
    }
    return { metrics: { ...metricsOf(samples), cold_start_to_first_token_ms: coldStart }, samples };
  } finally {
    const gone = once(bare, "exit");
    bare.kill();
    await Promise.all([gone, engine.close()]);
  }
}

function start(): Engine {
  return createLlamaEngine({ models: [{ id: "nano", path: MODEL }], gpu: false });
}

async function measureColdStart(): Promise<number> {
  const begin = performance.now();
  const engine = start();
  const thread = await engine.openThread({ model: "nano" });
  await thread.prefill(PROMPT);
  for await (const _ of thread.generate({ maxTokens: 1 })) break;
  const elapsed = performance.now() - begin;
  await engine.close();
  return elapsed;
}

async function engineRun(thread: Thread): Promise<Run> {
  // Another prompt in between, so that nothing of this one is held.
  await thread.prefill(editPrompt("let nothing;"));
  const { promptTokens, elapsed } = await thread.prefill(PROMPT);
  let text = "";
  let tokens = 0;
  let first: { readonly at: number; readonly tokens: number } | null = null;
  let last = 0;
  for await (const event of thread.generate({ maxTokens: TOKENS })) {
    if (event.type === "finish") break;
    text += event.text;
    tokens += event.tokens;
    last = performance.now();
    first ??= { at: last, tokens: event.tokens };
  }
  if (!first) throw new Error("the engine gave no answer");
  // The first burst's tokens came before the clock began to run; all but one of them are left out.
  return {
    text,
    tokens: tokens - first.tokens + 1,
    decode_ms: last - first.at,
    prefill_ms: elapsed,
    prompt_tokens: promptTokens,
  };
}

async function startBareLoop(): Promise<ChildProcess> {
  const script = new URL("../../bench/engine-floor/bare-loop.mjs", import.meta.url);
  const child = fork(script, { execArgv: [], env: { ...process.env, UV_THREADPOOL_SIZE: "1" } });
  await once(child, "message");
  return child;
}

async function bareRun(child: ChildProcess, loop: Loop): Promise<Run> {
  const settled = new AbortController();
  const ended = once(child, "exit", settled).then(() => {
    throw new Error("the bare loop's process ended unexpectedly");
  });
  child.send({ model: MODEL, segments: SEGMENTS, tokens: TOKENS, loop });
  try {
    const [run] = await Promise.race([once(child, "message", settled), ended]);
    return run;
  } finally {
    settled.abort();
  }
}

function metricsOf(samples: readonly Sample[]): BenchmarkResult["metrics"] {
  const speeds = (loop: Loop) =>
    samples
      .filter((sample) => sample.loop === loop)
      .map(({ tokens, decode_ms }) => ((tokens - 1) / decode_ms) * 1000);
  const engine = speeds("engine");
  const ratios = (loop: Loop) => spread(speeds(loop).map((speed, round) => (engine[round] ?? 0) / speed));
  const prefill = samples
    .filter(({ loop }) => loop === "engine")
    .map(({ prompt_tokens, prefill_ms }) => (prompt_tokens / prefill_ms) * 1000);
  return {
    engine_to_native_loop: ratios("native"),
    engine_to_evaluate_loop: ratios("evaluate"),
    engine_tokens_per_second: spread(engine),
    native_loop_tokens_per_second: spread(speeds("native")),
    evaluate_loop_tokens_per_second: spread(speeds("evaluate")),
    engine_prefill_tokens_per_second: spread(prefill),
  };
}

/** Code whose edit is long enough to measure. */
function ordersCode(): string {
  const functions = ["first", "second", "third", "fourth"].map((name) =>
    [
      `function ${name}Total(orders) {`,
      "  var total = 0;",
      "  for (var i = 0; i < orders.length; i++) {",
      "    if (orders[i].paid && orders[i].price > 10) {",
      "      total = total + orders[i].price * orders[i].count;",
      "    }",
      "  }",
      "  return total;",
      "}",
    ].join("\n"),
  );
  return functions.join("\n\n");
}

function editPrompt(code: string): Prompt {
  const text = `\`\`\`js\n${code}\n\`\`\`\n${INSTRUCTION}`;
  return { tip: { parent: null, items: [{ role: "user", content: text }] }, instructions: null, tools: [] };
}

export const benchmark: Benchmark = {
  name: "engine-floor",
  description: "the embedded engine's decode speed against bare loops of node-llama-cpp",
  run,
};
