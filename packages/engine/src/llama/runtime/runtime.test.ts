import { setImmediate as nextTurn } from "node:timers/promises";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import type { Binding, BoundContext, BoundModel } from "../binding/index.ts";
import { chat, ModelFolder, user } from "../chat-model.fixture.ts";
import type { FromProcess } from "../messages.ts";
import { type LlamaEngineOptions, runtimeOptions } from "../options.ts";
import { Outbox, Runtime } from "./index.ts";
import type { ModelReference } from "./thread-state.ts";

let folder: ModelFolder;
let models: readonly [ModelReference, ModelReference];
beforeAll(async () => {
  folder = await ModelFolder.make();
  models = [await folder.write("one"), await folder.write("other")];
});
afterAll(() => folder.remove());

const CONTEXT: BoundContext = {
  run: async (items) => items.map(({ sampler }) => (sampler ? [120] : [])),
  bestTwo: () => Promise.resolve(null),
  truncate: () => Promise.resolve(true),
  copy: () => Promise.resolve(false),
  save: () => Promise.resolve(false),
  load: () => Promise.resolve(null),
  setThreads() {},
  dispose: () => Promise.resolve(),
};

/** A model whose tokens are the text's bytes. */
const MODEL: BoundModel = {
  ...{ size: 1, bos: null, bosText: "", eosText: "", cuttable: true },
  tokenize: (text) => [...Buffer.from(text)],
  bytesOf: (token) => Uint8Array.of(token),
  mostBytes: () => 1,
  isEnd: () => false,
  silentTokens: () => [],
  sampler: (config) => ({ config, stuck: false, fault: null, uncertainty: null, dispose() {} }),
  openContext: () => Promise.resolve(CONTEXT),
  dispose: () => Promise.resolve(),
};

/** A runtime that holds one model at a time and says what it sends. */
function start(own: Partial<LlamaEngineOptions> = {}) {
  const loads: Binding["load"][] = [];
  const binding: Binding = {
    info: { version: "", path: "native", variant: "cpu", devices: [], gpuMemory: null, systemInfo: "" },
    gpuMemory: () => null,
    load: (path, options) => (loads.shift() ?? (() => Promise.resolve(MODEL)))(path, options),
  };
  const sent: FromProcess[] = [];
  const send = (message: FromProcess, taken: () => void) => {
    sent.push(message);
    taken();
  };
  const options = runtimeOptions({ calibration: "never", maxModelsLoaded: 1, ...own });
  const runtime = new Runtime(binding, options, new Outbox({ send, burstInterval: 0 }));
  /** The last message about a call, once there is one. */
  const end = (call: number) =>
    vi.waitFor(
      () => {
        const found = sent.find((message) => "call" in message && message.call === call && isLast(message));
        if (!found) throw new Error(`call ${call} is under way`);
        return found;
      },
      { timeout: 5_000, interval: 5 },
    );
  return { runtime, sent, loads, end };
}

const isLast = ({ type }: FromProcess) => type === "done" || type === "failed" || type === "finish";

const { tip, ...question } = chat(user("hello"));
const LINKS = [{ id: 1, parent: null, items: tip.items }];
const asked = { tip: 1, prompt: question, prospect: "open" } as const;
const prefill = { type: "prefill", thread: 1, links: LINKS, ...asked } as const;
const generate = { type: "generate", thread: 1, sampling: {}, maxTokens: 3 } as const;
const freely = { stop: [], draft: null, format: null } as const;

test("calls aborted while their model is reloaded end at once, and later ones are answered", async () => {
  const { runtime, loads, end } = start();
  runtime.handle({ type: "open", call: 1, thread: 1, model: models[0], user: null });
  await end(1);
  runtime.handle({ ...prefill, call: 2 });
  expect(await end(2)).toMatchObject({ type: "done" });
  // The other model takes the first one's place.
  runtime.handle({ type: "open", call: 3, thread: 2, model: models[1], user: null });
  await end(3);

  let loaded: (model: BoundModel) => void = () => undefined;
  const load = vi.fn(() => new Promise<BoundModel>((resolve) => (loaded = resolve)));
  loads.push(load);
  runtime.handle({ ...generate, ...freely, call: 4 });
  runtime.handle({ ...prefill, call: 5 });
  await vi.waitFor(() => expect(load).toHaveBeenCalled());
  runtime.handle({ type: "abort", call: 4 });
  runtime.handle({ type: "abort", call: 5 });
  expect(await end(4)).toMatchObject({ type: "finish", reason: "aborted", outputTokens: 0 });
  expect(await end(5)).toMatchObject({ type: "failed", code: "aborted" });

  runtime.handle({ ...prefill, call: 6 });
  await nextTurn();
  loaded(MODEL);
  expect(await end(6)).toMatchObject({ type: "done" });
  runtime.handle({ ...generate, ...freely, call: 7 });
  expect(await end(7)).toMatchObject({ type: "finish", reason: "length", outputTokens: 3 });
});

test("the first of two models opened at once is loaded, with room for one", async () => {
  const { runtime, end } = start();
  runtime.handle({ type: "open", call: 1, thread: 1, model: models[0], user: null });
  runtime.handle({ type: "open", call: 2, thread: 2, model: models[1], user: null });
  expect(await end(1)).toMatchObject({ type: "done" });
  await end(2);
});

test("links sent with a call for a released thread are known to later calls", async () => {
  const { runtime, end } = start();
  for (const thread of [1, 2]) {
    runtime.handle({ type: "open", call: thread, thread, model: models[0], user: null });
    await end(thread);
  }
  runtime.handle({ type: "release", thread: 1 });
  runtime.handle({ ...prefill, call: 3 });
  expect(await end(3)).toMatchObject({ type: "failed" });
  runtime.handle({ ...prefill, call: 4, thread: 2, links: [] });
  expect(await end(4)).toMatchObject({ type: "done" });
});

test("a fork over the thread limit takes no sequence from another thread", async () => {
  const { runtime, loads, end } = start({ maxThreads: 2, sequences: 2 });
  const context = { ...CONTEXT, copy: () => Promise.resolve(true) };
  loads.push(() => Promise.resolve({ ...MODEL, openContext: () => Promise.resolve(context) }));
  for (const thread of [1, 2]) {
    runtime.handle({ type: "open", call: thread, thread, model: models[0], user: `${thread}` });
    await end(thread);
    runtime.handle({ ...prefill, call: 10 + thread, thread });
    expect(await end(10 + thread)).toMatchObject({ type: "done" });
  }
  runtime.handle({ type: "fork", call: 3, thread: 3, from: 1 });
  expect(await end(3)).toMatchObject({
    type: "failed",
    code: "engine_busy",
    message: expect.stringContaining("2 threads are open"),
  });
  runtime.handle({ ...prefill, call: 4, thread: 2 });
  const { result } = (await end(4)) as Extract<FromProcess, { type: "done" }>;
  expect(result?.reusedTokens).toBe(Number(result?.promptTokens) - 1);
  // Where there is room, the same fork is made.
  runtime.handle({ type: "release", thread: 2 });
  runtime.handle({ type: "fork", call: 5, thread: 3, from: 1 });
  expect(await end(5)).toMatchObject({ type: "done" });
});

test("a thread whose fork failed still loses its sequence to others when idle", async () => {
  const { runtime, loads, end } = start({ sequences: 2 });
  let isFaulty = false;
  const truncate = async () => {
    if (isFaulty) throw new Error("the state is lost");
    return true;
  };
  loads.push(() =>
    Promise.resolve({ ...MODEL, openContext: () => Promise.resolve({ ...CONTEXT, truncate }) }),
  );
  for (const thread of [1, 2, 3]) {
    runtime.handle({ type: "open", call: thread, thread, model: models[0], user: `${thread}` });
    await end(thread);
  }
  runtime.handle({ ...prefill, call: 10 });
  expect(await end(10)).toMatchObject({ type: "done" });
  isFaulty = true;
  runtime.handle({ type: "fork", call: 11, thread: 4, from: 1 });
  expect(await end(11)).toMatchObject({ type: "failed" });
  isFaulty = false;
  // The second one has the other sequence, the third the first one's, which has been idle for longest.
  for (const [call, thread, reused] of [
    [12, 2, false],
    [13, 3, false],
    [14, 2, true],
  ] as const) {
    runtime.handle({ ...prefill, call, thread });
    const { result } = (await end(call)) as Extract<FromProcess, { type: "done" }>;
    expect(Number(result?.reusedTokens) > 0).toBe(reused);
  }
});

test("a load reports its progress to each call from when the call starts waiting", async () => {
  const { runtime, loads, sent, end } = start();
  let progress: (part: number) => void = () => undefined;
  let loaded: (model: BoundModel) => void = () => undefined;
  const load = vi.fn<Binding["load"]>((_, options) => {
    progress = (part) => options?.onProgress?.(part);
    return new Promise((resolve) => (loaded = resolve));
  });
  loads.push(load);
  const open = (call: number) =>
    runtime.handle({ type: "open", call, thread: call, model: models[0], user: null });
  open(1);
  open(2);
  await vi.waitFor(() => expect(load).toHaveBeenCalled());
  progress(0.25);
  open(3);
  progress(0.5);
  loaded(MODEL);
  await Promise.all([1, 2, 3].map(end));
  const heard = (call: number) =>
    sent.flatMap((message) => (message.type === "loading" && message.call === call ? [message.part] : []));
  expect([1, 2, 3].map(heard)).toEqual([[0.25, 0.5], [0.25, 0.5], [0.5]]);
});
