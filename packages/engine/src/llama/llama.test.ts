import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execPath, kill } from "node:process";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import { engineConformance } from "../conformance/index.ts";
import type { Engine, Finish, GenerateRequest, Prompt, Thread } from "../contract/index.ts";
import { createLlamaEngine, type LlamaEngine, type LlamaEngineOptions, probeLlama } from "./index.ts";

const NANO = createRequire(import.meta.url).resolve("@flint/nano/nano-v0.q8_0.gguf");
const MODELS = [{ id: "nano", path: NANO }];

const engines = new Set<LlamaEngine>();

function start(options: Partial<LlamaEngineOptions> = {}): LlamaEngine {
  const engine = createLlamaEngine({ models: MODELS, ...options });
  engines.add(engine);
  return engine;
}

afterEach(async () => {
  for (const engine of engines) await engine.close();
  engines.clear();
});

/** An edit, asked for as the bundled model has it. */
function edit(code: string, instruction = "use const instead of var"): Prompt {
  const text = `\`\`\`js\n${code}\n\`\`\`\n${instruction}`;
  return { tip: { parent: null, items: [{ role: "user", content: text }] }, instructions: null, tools: [] };
}

/** Code whose edit takes long enough for a test to step in, also where its process gets little time. */
function long(name: string): string {
  return ["", "Again", "Anew"].map((end) => lines(`${name}${end}`)).join("\n\n");
}

function lines(name: string): string {
  return [
    `function ${name}(items) {`,
    "  var total = 0;",
    "  for (var i = 0; i < items.length; i++) {",
    "    if (items[i].price > 10 && items[i].count !== 0) {",
    "      total = total + items[i].price * items[i].count;",
    "    }",
    "  }",
    `  return { ${name}: total, when: Date.now() };`,
    "}",
  ].join("\n");
}

async function read(
  thread: Thread,
  request: GenerateRequest = {},
): Promise<{ text: string; finish: Finish | null }> {
  let text = "";
  let finish: Finish | null = null;
  for await (const event of thread.generate(request)) {
    if (event.type === "burst") text += event.text;
    else finish = event;
  }
  return { text, finish };
}

function killProcess(engine: Engine): void {
  const { pid } = engine as LlamaEngine;
  if (pid === null) throw new Error("the engine has no process to kill");
  kill(pid, "SIGKILL");
}

engineConformance("llama", {
  // Whether drafts pay is for the machine to say; here they must be right.
  create: () => Promise.resolve(createLlamaEngine({ models: MODELS, speculation: "always" })),
  model: "nano",
  prompt: (text) => edit(long(text)),
  kill: killProcess,
  // The model is quicker than the way between two processes.
  traits: { rewritesHistory: true, burstsInFlight: 24, steers: 4 },
});

async function answer(thread: Thread, prompt: Prompt, request?: GenerateRequest): Promise<string> {
  await thread.prefill(prompt);
  return (await read(thread, request)).text;
}

describe("speculation", () => {
  test("does not change the answer, whatever the edit", { timeout: 60_000 }, async () => {
    const thread = await start({ speculation: "always" }).openThread({ model: "nano" });
    const instructions = [
      "use const and let instead of var",
      "optimize this code",
      "add error handling",
      "make it async",
    ];
    for (const [index, instruction] of instructions.entries()) {
      for (const code of [
        lines(`sum${index}`),
        lines(`sum${index}`).replaceAll("items", "list"),
        "const a = b ? c : d;",
      ]) {
        const plain = await answer(thread, edit(code, instruction));
        expect(await answer(thread, edit(code, instruction), { draft: code })).toBe(plain);
      }
    }
  });

  test("is reported with the bursts", async () => {
    const thread = await start({ speculation: "always" }).openThread({ model: "nano" });
    const code = lines("total");
    const draft = await answer(thread, edit(code));
    await thread.prefill(edit(code));
    let [tokens, drafted, accepted] = [0, 0, 0];
    for await (const event of thread.generate({ draft })) {
      if (event.type === "finish") expect(event.outputTokens).toBe(tokens);
      else {
        tokens += event.tokens;
        drafted += event.drafted;
        accepted += event.accepted;
      }
    }
    expect(accepted).toBeGreaterThan(0);
    expect(drafted).toBeGreaterThanOrEqual(accepted);
  });
});

describe("sampling", () => {
  test("with the same seed gives the same answer, with or without a draft", async () => {
    const thread = await start().openThread({ model: "nano" });
    const code = lines("total");
    const sampling = { temperature: 1.5, seed: 7 };
    const first = await answer(thread, edit(code), { sampling });
    expect(await answer(thread, edit(code), { sampling })).toBe(first);
    expect(await answer(thread, edit(code), { sampling, draft: code })).toBe(first);
    expect(await answer(thread, edit(code), { sampling: { ...sampling, seed: 8 } })).not.toBe(first);
  });

  test.each([-1, 2 ** 32 - 1])("with the seed %d is reproducible too", async (seed) => {
    const thread = await start().openThread({ model: "nano" });
    const request = { sampling: { temperature: 1.5, seed }, maxTokens: 24 };
    const first = await answer(thread, edit(lines("total")), request);
    expect(await answer(thread, edit(lines("total")), request)).toBe(first);
  });
});

describe("more threads than sequences", () => {
  test("take turns and answer as they would alone, even after losing their state", async () => {
    const engine = start({ sequences: 2 });
    const prompts = ["one", "two", "three", "four"].map((name) => edit(lines(name)));
    const threads = await Promise.all(prompts.map(() => engine.openThread({ model: "nano" })));
    const alone: string[] = [];
    for (const [index, prompt] of prompts.entries())
      alone.push(await answer(threads[index] as Thread, prompt));

    for (const [index, thread] of threads.entries()) await thread.prefill(prompts[index] as Prompt);
    const together = await Promise.all(threads.map((thread) => read(thread)));
    expect(together.map(({ text }) => text)).toEqual(alone);
  });

  test("are rejected with `engine_busy` while every sequence is in use", async () => {
    const engine = start({ sequences: 1 });
    const thread = await engine.openThread({ model: "nano" });
    await thread.prefill(edit(long("one")));
    let refusal: unknown = null;
    for await (const event of thread.generate({})) {
      if (event.type !== "burst" || refusal) continue;
      refusal = await engine.openThread({ model: "nano" }).catch((error: unknown) => error);
    }
    expect(refusal).toMatchObject({ code: "engine_busy" });
    const next = await engine.openThread({ model: "nano" });
    expect(await answer(next, edit(lines("two")))).not.toBe("");
  });
});

describe("model files", () => {
  let folder = "";
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), "flint-llama-"));
  });
  afterAll(() => rm(folder, { recursive: true }));

  test("that are missing or corrupt are rejected while other threads continue", async () => {
    const cut = join(folder, "cut.gguf");
    await writeFile(cut, (await readFile(NANO)).subarray(0, 4_000_000));
    const missing = join(folder, "missing.gguf");
    const engine = start({ models: [...MODELS, { id: "cut", path: cut }, { id: "missing", path: missing }] });
    const thread = await engine.openThread({ model: "nano" });
    await thread.prefill(edit(lines("one")));
    const reading = read(thread);

    for (const [id, path] of [
      ["cut", cut],
      ["missing", missing],
    ] as const) {
      await expect(engine.openThread({ model: id })).rejects.toMatchObject({
        code: "model_unreadable",
        message: expect.stringMatching(new RegExp(`${path}.*flint pull`, "s")),
      });
    }
    expect((await reading).finish?.reason).toBe("stop");
    expect((await engine.models()).map(({ id }) => id)).toEqual(["nano", "cut"]);
  });

  test("take turns if only one model may be in memory", async () => {
    const other = join(folder, "other.gguf");
    await copyFile(NANO, other);
    const engine = start({ models: [...MODELS, { id: "other", path: other }], maxModelsLoaded: 1 });
    const first = await engine.openThread({ model: "nano" });
    const text = await answer(first, edit(lines("one")));
    const second = await engine.openThread({ model: "other" });
    expect(await answer(second, edit(lines("one")))).toBe(text);
    expect(await answer(first, edit(lines("one")))).toBe(text);
  });
});

describe("the engine's process", () => {
  test("is not started before it is needed", async () => {
    const engine = start();
    expect(engine.pid).toBeNull();
    expect(await engine.models()).toHaveLength(1);
    expect(engine.pid).toBeNull();
  });

  test("ignores a terminal's Ctrl-C", async () => {
    const engine = start();
    const thread = await engine.openThread({ model: "nano" });
    await thread.prefill(edit(lines("one")));
    kill(engine.pid ?? 0, "SIGINT");
    expect((await read(thread)).finish?.reason).toBe("stop");
  });

  test("is not restarted for a while after repeated crashes, and the error says what to do", async () => {
    const engine = start({ restart: { delay: 60_000, maxDelay: 60_000 } });
    for (let death = 0; death < 2; death++) {
      const thread = await engine.openThread({ model: "nano" });
      killProcess(engine);
      await expect(thread.fork()).rejects.toMatchObject({ code: "engine_crashed" });
    }
    await expect(engine.openThread({ model: "nano" })).rejects.toMatchObject({
      code: "engine_crashed",
      message: expect.stringContaining("flint doctor"),
    });
  });

  test("ends when its owner is killed", async () => {
    const owner = spawnOwner("setInterval(() => {}, 1000)");
    const pid = Number((await once(owner.stdout, "data")).toString());
    owner.kill("SIGKILL");
    await vi.waitFor(() => expect(() => kill(pid, 0)).toThrow("ESRCH"), 5_000);
  });

  test("does not keep the program running", async () => {
    const owner = spawnOwner("");
    const pid = Number((await once(owner.stdout, "data")).toString());
    expect(await once(owner, "exit")).toEqual([0, null]);
    await vi.waitFor(() => expect(() => kill(pid, 0)).toThrow("ESRCH"), 5_000);
  });
});

/** A program that opens a thread and prints the number of the engine's process. */
function spawnOwner(then: string) {
  const entry = new URL("../../dist/index.js", import.meta.url).href;
  const script = `
    const { createLlamaEngine } = await import(${JSON.stringify(entry)});
    const engine = createLlamaEngine({ models: ${JSON.stringify(MODELS)} });
    await engine.openThread({ model: "nano" });
    console.log(engine.pid);
    ${then}`;
  return spawn(execPath, ["--input-type=module", "-e", script], { stdio: ["ignore", "pipe", "inherit"] });
}

test("releasing a thread ends its answer and frees its sequence for another one", async () => {
  const engine = start({ sequences: 1 });
  const thread = await engine.openThread({ model: "nano" });
  await thread.prefill(edit(long("one")));
  let finish: Finish | null = null;
  for await (const event of thread.generate({})) {
    if (event.type === "burst") thread.release();
    else finish = event;
  }
  expect(finish?.reason).toBe("aborted");
  await expect(thread.prefill(edit(lines("one")))).rejects.toMatchObject({ code: "engine_closed" });
  const next = await engine.openThread({ model: "nano" });
  expect(await answer(next, edit(lines("two")))).not.toBe("");
});

test("characters of several bytes are never split between bursts", async () => {
  const thread = await start().openThread({ model: "nano" });
  const code = 'var city = "東京 🚀 é";\nvar ok = city ? 1 : 2;';
  await thread.prefill(edit(code));
  for await (const event of thread.generate({ draft: code })) {
    if (event.type === "burst") expect(event.text).not.toMatch(/\uFFFD|\p{Surrogate}/u);
  }
});

test("a probe reports what the engine runs on", async () => {
  const probe = await probeLlama();
  expect(probe).toMatchObject({ version: "3.22.1", path: "native" });
  expect(probe.cpuFeatures.length).toBeGreaterThan(0);
  expect(probe.startTime).toBeGreaterThan(0);
});
