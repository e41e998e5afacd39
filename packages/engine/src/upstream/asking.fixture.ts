import { onTestFinished } from "vitest";
import type { Burst, Engine, Finish, GenerateRequest, Prompt, Thread } from "../contract/index.ts";
import { createUpstreamEngine, type UpstreamOptions } from "./index.ts";

/** Creates an engine that is closed when the test ends. */
export function useEngine(options: UpstreamOptions): Engine {
  const engine = createUpstreamEngine(options);
  onTestFinished(() => engine.close());
  return engine;
}

export function asks(text: string, more: Partial<Prompt> = {}): Prompt {
  return {
    tip: { parent: null, items: [{ role: "user", content: text }] },
    instructions: null,
    tools: [],
    ...more,
  };
}

export interface Heard {
  readonly text: string;
  readonly bursts: readonly Burst[];
  readonly finish: Finish;
}

/** Prefills a thread and reads its answer. */
export async function hear(thread: Thread, prompt: Prompt, request: GenerateRequest = {}): Promise<Heard> {
  await thread.prefill(prompt);
  const bursts: Burst[] = [];
  for await (const event of thread.generate(request)) {
    if (event.type === "finish")
      return { text: bursts.map(({ text }) => text).join(""), bursts, finish: event };
    bursts.push(event);
  }
  throw new Error("the answer had no end");
}

/** Runs one turn on a new thread. */
export async function ask(
  engine: Engine,
  prompt: Prompt = asks("Tell me."),
  request: GenerateRequest = {},
  model = "story",
): Promise<Heard> {
  const thread = await engine.openThread({ model });
  try {
    return await hear(thread, prompt, request);
  } finally {
    thread.release();
  }
}
