import type { Engine, Prompt, Thread } from "@flint/engine";
import { type BenchModel, steeredPrompt, textOf } from "./models.ts";
import { engineRun } from "./runs.ts";

/** Tokens of context before the steered answer. */
const CONTEXTS = [1024, 4096] as const;
const SAID = 24;
const STEER = "no, use a loop and keep the name";

export interface SteerSample {
  readonly what: "steer";
  readonly model: string;
  readonly context: number;
  /** From the steer to the first new token: with the answer's state kept, and from scratch on another thread. */
  readonly kept_ms: number;
  readonly fresh_ms: number;
  readonly fresh_tokens_per_second: number;
}

/** Measures a steer of a running answer, against the same conversation on a thread that has none of its state. */
export async function measureSteers(
  model: BenchModel,
  engine: Engine,
  rounds: number,
): Promise<readonly SteerSample[]> {
  const samples: SteerSample[] = [];
  for (let round = 0; round < rounds; round++) {
    for (const context of CONTEXTS) {
      const long = `round ${round}\n${textOf(context)}`;
      const prompt: Prompt = {
        tip: { parent: null, items: [{ role: "user", content: long }] },
        instructions: null,
        tools: [],
      };
      const [thread, other] = [await open(engine, model), await open(engine, model)];
      const { text } = await engineRun(thread, prompt, { maxTokens: SAID, draft: "" });
      const next = steeredPrompt(prompt, text, STEER);
      const kept = await firstToken(thread, next);
      // This other prompt, and the changed instructions below, prevent reuse of state.
      await other.prefill({ ...prompt, tip: { parent: null, items: [{ role: "user", content: "x" }] } });
      const fresh = await firstToken(other, { ...next, instructions: "Be brief." });
      samples.push({
        what: "steer",
        model: model.id,
        context,
        kept_ms: kept.elapsed,
        fresh_ms: fresh.elapsed,
        fresh_tokens_per_second: (fresh.tokens / fresh.elapsed) * 1000,
      });
      thread.release();
      other.release();
    }
  }
  return samples;
}

function open(engine: Engine, { id }: BenchModel): Promise<Thread> {
  return engine.openThread({ model: id });
}

async function firstToken(thread: Thread, prompt: Prompt): Promise<{ elapsed: number; tokens: number }> {
  const start = performance.now();
  const run = await engineRun(thread, prompt, { maxTokens: 1, draft: "" });
  return { elapsed: performance.now() - start, tokens: run.prompt_tokens - run.reused_tokens };
}
