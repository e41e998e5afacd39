import { mkdtemp, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { kill } from "node:process";
import { setImmediate as nextTurn } from "node:timers/promises";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { Finish, Prompt, Thread } from "../contract/index.ts";
import { writeRandomLlama } from "./gguf-writer/index.ts";
import { createLlamaEngine, type LlamaEngine, type LlamaEngineOptions } from "./index.ts";

const NANO = createRequire(import.meta.url).resolve("@flint/nano/nano-v0.q8_0.gguf");

let folder = "";
let slow = "";
const engines = new Set<LlamaEngine>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "flint-failures-"));
  slow = join(folder, "slow.gguf");
  // Its steps take a while on any machine.
  await writeRandomLlama(slow, {
    vocabulary: { control: ["<|end|>"] },
    layers: 8,
    width: 512,
    heads: 8,
    feedForward: 1_536,
    contextLength: 4_096,
    chatTemplate: "{% for m in messages %}{{ m.content }}\n{% endfor %}",
  });
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(async () => {
  for (const engine of engines) await engine.close();
  engines.clear();
});

function start(options: Partial<LlamaEngineOptions> = {}): LlamaEngine {
  const models = [
    { id: "nano", path: NANO },
    { id: "slow", path: slow },
  ];
  const engine = createLlamaEngine({ models, ...options });
  engines.add(engine);
  return engine;
}

const CODE = `function total(items) {
  var sum = 0;
  for (var i = 0; i < items.length; i++) sum = sum + items[i].price;
  return sum;
}`;

function edit(code = CODE): Prompt {
  const content = `\`\`\`js\n${code}\n\`\`\`\nuse const instead of var`;
  return { tip: { parent: null, items: [{ role: "user", content }] }, instructions: null, tools: [] };
}

function chat(content: string): Prompt {
  return { tip: { parent: null, items: [{ role: "user", content }] }, instructions: null, tools: [] };
}

async function finishOf(thread: Thread, onBurst: () => void = () => undefined): Promise<Finish> {
  for await (const event of thread.generate({})) {
    if (event.type === "finish") return event;
    onBurst();
  }
  throw new Error("a generation ended without a finish");
}

/** An answer through a new thread. */
async function answers(engine: LlamaEngine): Promise<void> {
  const thread = await engine.openThread({ model: "nano" });
  await thread.prefill(edit());
  expect((await finishOf(thread)).reason).toBe("stop");
  thread.release();
}

function send(engine: LlamaEngine, signal: "SIGKILL" | "SIGSTOP"): void {
  if (engine.pid === null) throw new Error("the engine has no process");
  kill(engine.pid, signal);
}

/** A process that is stopped says nothing; it must be noticed long before a test's patience ends. */
const HASTY = { heartbeatTimeout: 4_000, startTimeout: 20_000 };

describe.each([
  ["killed", "SIGKILL", "ended unexpectedly by SIGKILL"],
  ["stopped, as one that hangs is,", "SIGSTOP", "heartbeatTimeout"],
] as const)("a process that is %s", { timeout: 60_000 }, (_name, signal, reason) => {
  const crashed = { code: "engine_crashed", message: expect.stringContaining(reason) };

  test("while it loads a model fails at most that request", async () => {
    const engine = start(HASTY);
    await answers(engine);
    const onLoading = vi.fn(() => (onLoading.mock.calls.length === 1 ? send(engine, signal) : undefined));
    const outcome = await engine.openThread({ model: "slow", onLoading }).catch((error: unknown) => error);
    expect(onLoading).toHaveBeenCalled();
    // Word of the load may come as late as word of its end.
    if (outcome instanceof Error) expect(outcome).toMatchObject(crashed);
    await answers(engine);
  });

  test("while it reads a prompt fails the prefill, and the thread stays usable", async () => {
    const engine = start(HASTY);
    const thread = await engine.openThread({ model: "slow" });
    const prefill = thread.prefill(chat("some words ".repeat(300)), {
      onProgress: () => send(engine, signal),
    });
    await expect(prefill).rejects.toMatchObject(crashed);
    await answers(engine);
    // The thread itself is good for another prompt, too.
    await thread.prefill(chat("some words"));
  });

  test("while it answers fails the answer, and the next request works", async () => {
    const engine = start(HASTY);
    const thread = await engine.openThread({ model: "slow" });
    await thread.prefill(chat("some words"));
    const finish = await finishOf(thread, () => send(engine, signal));
    expect(finish).toMatchObject({ reason: "error", error: crashed });
    await answers(engine);
  });

  test("while it forks fails the fork, and the next request works", async () => {
    const engine = start(HASTY);
    const thread = await engine.openThread({ model: "slow" });
    await thread.prefill(chat("some words"));
    const fork = thread.fork();
    fork.catch(() => undefined);
    send(engine, signal);
    await expect(fork).rejects.toMatchObject(crashed);
    await answers(engine);
  });

  test("while it is idle fails at most one request", async () => {
    const engine = start(HASTY);
    await answers(engine);
    send(engine, signal);
    await answers(engine).catch((error: unknown) => expect(error).toMatchObject(crashed));
    await answers(engine);
  });
});

describe("a process that is stopped", { timeout: 60_000 }, () => {
  test("while it starts is given up after startTimeout", async () => {
    const engine = start({ startTimeout: 3_000 });
    const opening = engine.openThread({ model: "nano" });
    opening.catch(() => undefined);
    await vi.waitFor(() => expect(engine.pid).not.toBeNull());
    send(engine, "SIGSTOP");
    await expect(opening).rejects.toMatchObject({ code: "engine_crashed" });
  });

  test("counts as a death and a hang, and a killed one only as a death", async () => {
    const engine = start(HASTY);
    await answers(engine);
    expect(engine.stats()).toMatchObject({ state: "running", deaths: 0, hangs: 0 });
    send(engine, "SIGSTOP");
    await expect(engine.openThread({ model: "nano" })).rejects.toThrow();
    expect(engine.stats()).toMatchObject({ state: "idle", deaths: 1, hangs: 1, models: [] });
    await answers(engine);
    send(engine, "SIGKILL");
    await vi.waitFor(() => expect(engine.stats()).toMatchObject({ deaths: 2, hangs: 1 }));
  });
});

test("an endless chat template ends the process as hung, and other models keep working", {
  timeout: 60_000,
}, async () => {
  const endless = join(folder, "endless.gguf");
  await writeRandomLlama(endless, {
    ...{
      vocabulary: { control: ["<|end|>"] },
      layers: 1,
      width: 64,
      heads: 2,
      feedForward: 128,
      contextLength: 256,
    },
    chatTemplate: "{% for i in range(1000000000) %}{% endfor %}",
  });
  const models = [
    { id: "nano", path: NANO },
    { id: "endless", path: endless },
  ];
  const engine = start({ ...HASTY, models });
  const ask = async () => {
    const thread = await engine.openThread({ model: "endless" });
    await thread.prefill(chat("hi"));
  };
  await expect(ask()).rejects.toMatchObject({ code: "engine_crashed" });
  expect(engine.stats().deaths).toBe(1);
  await answers(engine);
});

test("an endless answer ends with `length` at the end of the context", async () => {
  const silent = join(folder, "never-ends.gguf");
  await writeRandomLlama(silent, {
    ...{
      vocabulary: { control: ["<|end|>"] },
      layers: 1,
      width: 64,
      heads: 2,
      feedForward: 128,
      contextLength: 256,
    },
    chatTemplate: "{% for m in messages %}{{ m.content }}{% endfor %}",
    spoken: (spelling) => spelling !== "<|end|>",
  });
  const engine = start({ models: [{ id: "silent", path: silent }] });
  const thread = await engine.openThread({ model: "silent" });
  const { promptTokens } = await thread.prefill(chat("hi"));
  expect(await finishOf(thread)).toMatchObject({ reason: "length", outputTokens: 256 - promptTokens });
});

test("a step that exceeds its time limit ends the process, and the error names the limit", async () => {
  const engine = start({ stallTimeout: 100, stepTimeout: 40 });
  const work = async () => {
    const thread = await engine.openThread({ model: "slow" });
    await thread.prefill(chat("some words ".repeat(300)));
  };
  await expect(work()).rejects.toMatchObject({
    code: "engine_crashed",
    message: expect.stringMatching(/stepTimeout|stallTimeout/),
  });
});

test("a process that keeps crashing is restarted after a delay, and later rests while requests are rejected", async () => {
  const engine = start({ restart: { delay: 100, maxDelay: 60_000, patience: 150 } });
  const die = async () => {
    const thread = await engine.openThread({ model: "nano" });
    send(engine, "SIGKILL");
    await expect(thread.fork()).rejects.toMatchObject({ code: "engine_crashed" });
  };
  await die();
  await die();
  // The wait of 100 ms is sat out, the next one is not.
  await die();
  expect(engine.stats()).toMatchObject({ state: "resting", deaths: 3 });
  await expect(engine.openThread({ model: "nano" })).rejects.toMatchObject({
    code: "engine_crashed",
    message: expect.stringMatching(/3 times in a row and pauses for 1 s; run flint doctor/),
  });
});

test("closing the engine ends the wait for a delayed restart", async () => {
  const engine = start({ restart: { delay: 60_000, maxDelay: 60_000, patience: 60_000 } });
  for (let death = 0; death < 2; death++) {
    const thread = await engine.openThread({ model: "nano" });
    send(engine, "SIGKILL");
    await expect(thread.fork()).rejects.toThrow();
  }
  const opening = engine.openThread({ model: "nano" });
  opening.catch(() => undefined);
  await engine.close();
  await expect(opening).rejects.toMatchObject({ code: "engine_closed" });
});

test("an aborted prefill waits neither for a new process nor for its model, and the thread stays usable", async () => {
  const engine = start();
  const thread = await engine.openThread({ model: "nano" });
  send(engine, "SIGKILL");
  await vi.waitFor(() => expect(engine.stats().deaths).toBe(1));
  const stop = new AbortController();
  const prefill = thread.prefill(edit(), { signal: stop.signal });
  prefill.catch(() => undefined);
  await nextTurn();
  stop.abort();
  await expect(prefill).rejects.toMatchObject({ code: "aborted" });
  expect(engine.stats().state).toBe("starting");

  const again = new AbortController();
  const loading = thread.prefill(edit(), { signal: again.signal });
  loading.catch(() => undefined);
  // A process that has only just begun has no model yet.
  while (engine.stats().state === "starting") await nextTurn();
  again.abort();
  await expect(loading).rejects.toMatchObject({ code: "aborted" });
  await thread.prefill(edit());
  expect((await finishOf(thread)).reason).toBe("stop");
});

describe("a thread that is released during its prefill", () => {
  test("lets another thread prefill the same prompt, whenever it is released", async () => {
    const engine = start();
    for (let turns = 0; turns < 6; turns++) {
      const thread = await engine.openThread({ model: "nano" });
      const prompt = edit();
      const prefill = thread.prefill(prompt);
      prefill.catch(() => undefined);
      for (let turn = 0; turn < turns; turn++) await Promise.resolve();
      thread.release();
      await expect(prefill).rejects.toMatchObject({ code: expect.stringMatching(/engine_closed|aborted/) });
      const other = await engine.openThread({ model: "nano" });
      await other.prefill(prompt);
      other.release();
    }
  });

  test("leaves no open thread in a process that was still starting", async () => {
    const engine = start({ maxThreads: 1 });
    const thread = await engine.openThread({ model: "nano" });
    send(engine, "SIGKILL");
    await vi.waitFor(() => expect(engine.stats().deaths).toBe(1));
    const prompt = edit();
    const prefill = thread.prefill(prompt);
    await nextTurn();
    thread.release();
    await expect(prefill).rejects.toMatchObject({ code: "engine_closed" });
    const other = await engine.openThread({ model: "nano" });
    await other.prefill(prompt);
  });

  test("rejects the prefill with `aborted`", { timeout: 60_000 }, async () => {
    const engine = start();
    const thread = await engine.openThread({ model: "slow" });
    const prefill = thread.prefill(chat("some words ".repeat(300)), { onProgress: () => thread.release() });
    await expect(prefill).rejects.toMatchObject({ code: "aborted" });
  });
});

test("statistics add up steps and model loads over all processes", async () => {
  const engine = start({ stallTimeout: 1_000 });
  const steps = () => engine.stats().steps.counts.reduce((sum, count) => sum + count, 0);
  await answers(engine);
  await vi.waitFor(() => expect(steps()).toBeGreaterThan(2), 5_000);
  const before = steps();
  expect(engine.stats()).toMatchObject({ modelLoads: 1, models: [{ id: "nano" }] });
  send(engine, "SIGKILL");
  await answers(engine).catch(() => answers(engine));
  await vi.waitFor(() => expect(steps()).toBeGreaterThan(before + 2), 5_000);
  expect(engine.stats().modelLoads).toBe(2);
  expect(engine.stats().steps.seconds).toBeGreaterThan(0);
});

test("a prompt of megabytes is rejected with a lower bound of its tokens, and the thread stays usable", async () => {
  const engine = start();
  const thread = await engine.openThread({ model: "nano" });
  await expect(thread.prefill(edit("total += price;\n".repeat(500_000)))).rejects.toMatchObject({
    code: "context_length_exceeded",
    message: expect.stringMatching(/used at least \d+ tokens, at least \d+ too many/),
  });
  await thread.prefill(edit());
  expect((await finishOf(thread)).reason).toBe("stop");
});
