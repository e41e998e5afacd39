import { createRequire } from "node:module";
import { expect, onTestFinished, test, vi } from "vitest";
import type { GenerateEvent } from "../contract/index.ts";
import { createLlamaEngine } from "./index.ts";
import { processLimits, type RuntimeOptions, runtimeOptions } from "./options.ts";
import { Supervisor } from "./supervisor.ts";
import { LlamaThread } from "./thread.ts";

const NANO = createRequire(import.meta.url).resolve("@flint/nano/nano-v0.q8_0.gguf");
const content = "```js\nvar a = 1;\n```\nuse const instead of var";
const PROMPT = {
  tip: { parent: null, items: [{ role: "user", content }] },
  instructions: null,
  tools: [],
} as const;

/** A thread whose process can be made to count as grown. */
async function open() {
  const given = { calibration: "never", stallTimeout: 500 } as const;
  const options: { -readonly [Name in keyof RuntimeOptions]: RuntimeOptions[Name] } = runtimeOptions(given);
  const supervisor = new Supervisor(options, processLimits(given), () => undefined);
  onTestFinished(() => supervisor.close());
  const [model] = await createLlamaEngine({ models: [{ id: "nano", path: NANO }] }).models();
  if (model === undefined) throw new Error("there is no model");
  let lastId = 0;
  const nextId = () => ++lastId;
  const onLoading = () => undefined;
  const thread = new LlamaThread({
    id: nextId(),
    model,
    path: NANO,
    user: null,
    supervisor,
    nextId,
    onLoading,
  });
  await thread.open();
  /** Resolves when the process has made way. */
  const replace = async () => {
    const most = options.processMemory;
    options.processMemory = 1;
    await vi.waitFor(() => expect(supervisor.pid).toBeNull(), 5_000);
    options.processMemory = most;
  };
  return { thread, replace };
}

async function answerOf(thread: LlamaThread, signal?: AbortSignal) {
  const events: GenerateEvent[] = [];
  for await (const event of thread.generate(signal === undefined ? {} : { signal })) events.push(event);
  return { finish: events.at(-1), bursts: events.length - 1 };
}

test("an answer is given by the next process if the first one was replaced after the prefill", async () => {
  const { thread, replace } = await open();
  await thread.prefill(PROMPT);
  await replace();
  const { finish, bursts } = await answerOf(thread);
  expect(finish).toMatchObject({ type: "finish", reason: "stop" });
  expect(bursts).toBeGreaterThan(0);
});

test("an answer aborted after its process was replaced ends as aborted, and the thread stays usable", async () => {
  const { thread, replace } = await open();
  await thread.prefill(PROMPT);
  await replace();
  const { finish } = await answerOf(thread, AbortSignal.abort());
  expect(finish).toMatchObject({ type: "finish", reason: "aborted", outputTokens: 0 });
  await thread.prefill(PROMPT);
  expect((await answerOf(thread)).finish).toMatchObject({ reason: "stop" });
});

test("without a new prefill, an answer after a replacement fails with what happened and what to do", async () => {
  const { thread, replace } = await open();
  await thread.prefill(PROMPT);
  await answerOf(thread);
  await replace();
  const { finish } = await answerOf(thread);
  expect(finish).toMatchObject({
    reason: "error",
    error: { code: "engine_crashed", message: expect.stringMatching(/was replaced by a new one: try again/) },
  });
});
