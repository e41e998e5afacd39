import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import type { Thread } from "@flint/engine";
import type { BenchModel } from "./models.ts";
import { decodeRate, engineRun } from "./runs.ts";

const LOOPS = ["engine", "native", "evaluate"] as const;
export type Loop = (typeof LOOPS)[number];

export interface PlainSample {
  readonly what: "plain";
  readonly model: string;
  readonly loop: Loop;
  readonly tokens_per_second: number;
  readonly prefill_tokens_per_second: number;
}

/**
 * Measures the engine without drafts, including its process and its async iteration, against two bare loops of the
 * underlying library. All use one thread, like the engine for small models. The three rotate, each going first
 * equally often. If the model is trained, their texts must be the same.
 */
export async function measurePlain(
  model: BenchModel,
  thread: Thread,
  rounds: number,
): Promise<readonly PlainSample[]> {
  const bare = await startBareLoop();
  try {
    const measure = (loop: Loop) =>
      loop === "engine" ? throughEngine(model, thread) : throughBareLoop(bare, model, loop);
    // An unmeasured run first: it includes touching the model's memory.
    const expected = (await measure("engine")).text;
    for (const loop of LOOPS) await measure(loop);
    const samples: PlainSample[] = [];
    for (let round = 0; round < rounds; round++) {
      for (let turn = 0; turn < LOOPS.length; turn++) {
        const loop = LOOPS[(round + turn) % LOOPS.length] ?? "engine";
        const { text, ...rates } = await measure(loop);
        if (model.isTrained && text !== expected)
          throw new Error(`the ${loop} loop gave another text than the engine`);
        samples.push({ what: "plain", model: model.id, loop, ...rates });
      }
    }
    return samples;
  } finally {
    const gone = once(bare, "exit");
    bare.kill();
    await gone;
  }
}

interface Measured {
  readonly text: string;
  readonly tokens_per_second: number;
  readonly prefill_tokens_per_second: number;
}

async function throughEngine(model: BenchModel, thread: Thread): Promise<Measured> {
  // Prefill another prompt in between, which evicts this one.
  await thread.prefill(model.prompt("Other"));
  const run = await engineRun(thread, model.prompt("Total"), { maxTokens: model.tokens, draft: "" });
  return {
    text: run.text,
    tokens_per_second: decodeRate(run),
    prefill_tokens_per_second: ((run.prompt_tokens - run.reused_tokens) / run.prefill_ms) * 1000,
  };
}

async function startBareLoop(): Promise<ChildProcess> {
  const script = new URL("../../bench/engine/bare-loop.mjs", import.meta.url);
  const child = fork(script, { execArgv: [], env: { ...process.env, UV_THREADPOOL_SIZE: "1" } });
  await once(child, "message");
  return child;
}

async function throughBareLoop(child: ChildProcess, model: BenchModel, loop: Loop): Promise<Measured> {
  const settled = new AbortController();
  const ended = once(child, "exit", settled).then(() => {
    throw new Error("the bare loop's process ended unexpectedly");
  });
  child.send({ model: model.path, segments: model.segments("Total"), tokens: model.tokens, loop });
  try {
    const [{ text, tokens, decode_ms, prefill_ms, prompt_tokens }] = await Promise.race([
      once(child, "message", settled),
      ended,
    ]);
    return {
      text,
      tokens_per_second: ((tokens - 1) / decode_ms) * 1000,
      prefill_tokens_per_second: (prompt_tokens / prefill_ms) * 1000,
    };
  } finally {
    settled.abort();
  }
}
