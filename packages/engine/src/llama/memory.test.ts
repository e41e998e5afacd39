import { spawn } from "node:child_process";
import { once } from "node:events";
import { copyFile, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { execPath, kill, platform } from "node:process";
import { text } from "node:stream/consumers";
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from "vitest";
import type { Finish, Prompt, Thread } from "../contract/index.ts";
import { writeRandomLlama } from "./gguf-writer/index.ts";
import { createLlamaEngine, type LlamaEngine, type LlamaEngineOptions } from "./index.ts";

const NANO = createRequire(import.meta.url).resolve("@flint/nano/nano-v0.q8_0.gguf");
const MEBI = 1024 ** 2;

/** What the engine's process is reckoned to take without a model. */
const PROCESS = 128 * MEBI;

let folder = "";
let models: { id: string; path: string }[] = [];
const engines = new Set<LlamaEngine>();

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "flint-memory-"));
  const path = (id: string) => join(folder, `${id}.gguf`);
  models = ["nano", "second", "third", "large"].map((id) => ({ id, path: id === "nano" ? NANO : path(id) }));
  await copyFile(NANO, path("second"));
  await copyFile(NANO, path("third"));
  await writeRandomLlama(path("large"), {
    vocabulary: { control: ["<|end|>"] },
    layers: 8,
    width: 512,
    heads: 8,
    feedForward: 1_536,
    contextLength: 8_192,
    chatTemplate: "{% for m in messages %}{{ m.content }}\n{% endfor %}",
  });
});
afterAll(() => rm(folder, { recursive: true }));
afterEach(async () => {
  for (const engine of engines) await engine.close();
  engines.clear();
});

function start(options: Partial<LlamaEngineOptions> = {}): LlamaEngine {
  // Quick signs of life, so that figures are there soon.
  const engine = createLlamaEngine({ models, stallTimeout: 500, ...options });
  engines.add(engine);
  return engine;
}

function prompt(content = "```js\nvar a = 1;\n```\nuse const instead of var"): Prompt {
  return { tip: { parent: null, items: [{ role: "user", content }] }, instructions: null, tools: [] };
}

async function finishOf(thread: Thread, maxTokens?: number): Promise<Finish> {
  let last: Finish | null = null;
  for await (const event of thread.generate(maxTokens === undefined ? {} : { maxTokens })) {
    if (event.type === "finish") last = event;
  }
  if (last === null) throw new Error("a generation ended without a finish");
  return last;
}

async function answers(engine: LlamaEngine, model = "nano"): Promise<void> {
  const thread = await engine.openThread({ model });
  await thread.prefill(prompt());
  expect((await finishOf(thread)).reason).toBe("stop");
  thread.release();
}

/** Bytes that a model is reckoned to take, as the engine tells. */
async function reckoned(options: Partial<LlamaEngineOptions>): Promise<number> {
  const engine = start(options);
  await answers(engine);
  let bytes = 0;
  await vi.waitFor(() => {
    bytes = engine.stats().models[0]?.bytes ?? 0;
    expect(bytes).toBeGreaterThan(0);
  }, 5_000);
  return bytes;
}

describe("a model that does not fit", () => {
  test("is rejected before it is loaded, with its sizes and what would fit, and other models keep working", async () => {
    const engine = start({ memoryLimit: PROCESS + 300 * MEBI, sequences: 8 });
    await answers(engine);
    const loading = vi.fn();
    await expect(engine.openThread({ model: "large", onLoading: loading })).rejects.toMatchObject({
      code: "out_of_memory",
      message: expect.stringMatching(
        /^large needs 1\.\d GB of memory \(weights \d+ MB, state of 8 × 8,192 tokens 1\.1 GB, buffers \d+ MB\) and 315 MB of the 449 MB that memoryLimit \(--memory\) allows are free; what would fit: /,
      ),
    });
    expect(loading).not.toHaveBeenCalled();
    await answers(engine);
  });

  test("is loaded with fewer sequences, if their number was not set", async () => {
    const engine = start({ memoryLimit: PROCESS + 500 * MEBI });
    const thread = await engine.openThread({ model: "large" });
    await thread.prefill(prompt());
    expect((await finishOf(thread, 2)).reason).toBe("length");
  });

  test.runIf(platform === "linux")(
    "fails with a clear error if the system grants less memory than was free",
    { timeout: 60_000 },
    async () => {
      const entry = new URL("../../dist/index.js", import.meta.url).href;
      const script = `
        const { createLlamaEngine } = await import(${JSON.stringify(entry)});
        const engine = createLlamaEngine({ models: ${JSON.stringify(models)}, memoryLimit: 2 ** 50, sequences: 32 });
        for (const model of ["nano", "large", "nano"]) {
          const said = await engine.openThread({ model }).then(() => "opened", (error) => error.code + " " + error.message);
          console.log(JSON.stringify(said));
        }
        await engine.close();`;
      // 3 GB of addresses: enough for Node and a small model, not for 4 GB of state.
      const shell = `ulimit -v 3000000; exec ${execPath} --input-type=module -e "$SCRIPT"`;
      const child = spawn("sh", ["-c", shell], {
        env: { ...process.env, SCRIPT: script },
        stdio: ["ignore", "pipe", "inherit"],
      });
      const [output] = await Promise.all([text(child.stdout), once(child, "exit")]);
      const said = output
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line));
      expect(said).toEqual([
        "opened",
        expect.stringMatching(
          /^out_of_memory .*no memory for the state of large: 4\.3 GB.*smaller contextLength/,
        ),
        "opened",
      ]);
    },
  );
});

describe("several models", () => {
  test("share the memory: the least recently used one is unloaded first", async () => {
    const each = await reckoned({ sequences: 2 });
    const engine = start({ sequences: 2, maxModelsLoaded: 8, memoryLimit: PROCESS + 2.5 * each });
    for (const model of ["nano", "second", "nano", "third"]) await answers(engine, model);
    await vi.waitFor(() => {
      const { models, modelLoads, modelEvictions } = engine.stats();
      expect(models.map(({ id }) => id)).toEqual(["nano", "third"]);
      expect([modelLoads, modelEvictions]).toEqual([3, 1]);
    }, 5_000);
    await answers(engine, "second");
  });

  test("are not unloaded while in use: another one is rejected with `engine_busy`", async () => {
    const engine = start({ maxModelsLoaded: 1 });
    const thread = await engine.openThread({ model: "large" });
    await thread.prefill(prompt());
    let refusal: unknown = null;
    let finish: Finish | null = null;
    for await (const event of thread.generate({ maxTokens: 60 })) {
      if (event.type === "finish") finish = event;
      else refusal ??= await engine.openThread({ model: "nano" }).catch((error: unknown) => error);
    }
    expect(refusal).toMatchObject({
      code: "engine_busy",
      message: expect.stringContaining("maxModelsLoaded"),
    });
    expect(finish).toMatchObject({ reason: "length", outputTokens: 60 });
    await answers(engine);
  });

  test("are loaded once each, however many threads open them at the same time", async () => {
    const engine = start({ maxModelsLoaded: 4 });
    const asked = ["nano", "second", "third"].flatMap((model) => Array.from({ length: 5 }, () => model));
    await Promise.all(asked.map((model) => answers(engine, model)));
    await vi.waitFor(() => expect(engine.stats().modelLoads).toBe(3), 5_000);
  });

  test("take turns when opened at the same time with room for one", async () => {
    const engine = start({ maxModelsLoaded: 1 });
    const open = (model: string) =>
      vi.waitFor(() => engine.openThread({ model }).then((thread) => thread.release()), 10_000);
    await Promise.all(["nano", "second", "third", "nano"].map(open));
    await answers(engine);
  });
});

test("a load reports its progress to every thread that waits for it", async () => {
  const engine = start();
  const [first, second]: [number[], number[]] = [[], []];
  const listen = (parts: number[]) => ({
    model: "large",
    onLoading: ({ model, part }: { model: string; part: number }) => {
      expect(model).toBe("large");
      parts.push(part);
    },
  });
  await Promise.all([engine.openThread(listen(first)), engine.openThread(listen(second))]);
  expect(first.length).toBeGreaterThan(1);
  expect(first).toEqual(first.toSorted((a, b) => a - b));
  // On a busy machine the load may have begun, or be over, when the process hears of the second.
  expect(first.slice(first.length - second.length)).toEqual(second);
  expect(first.every((part) => part > 0 && part <= 1)).toBe(true);
});

test("a process over its memory limit is ended once idle, without counting as a crash", async () => {
  // No process with a model in it has so little.
  const engine = start({ memoryLimit: 1, maxModelsLoaded: 1, sequences: 1 });
  await expect(engine.openThread({ model: "nano" })).rejects.toMatchObject({
    code: "out_of_memory",
    message: expect.stringMatching(
      / 0 kB of the 0\.001 kB that memoryLimit \(--memory\) allows are free; no model fits: raise memoryLimit \(--memory\) to at least \d+ MB$/,
    ),
  });
  await vi.waitFor(() => expect(engine.pid).toBeNull(), 5_000);
  expect(engine.stats()).toMatchObject({ state: "idle", deaths: 0 });
});

test("closing the engine waits for a process that is being replaced", async () => {
  const engine = start({ memoryLimit: 1, maxModelsLoaded: 1, sequences: 1 });
  const opening = engine.openThread({ model: "nano" }).catch(() => undefined);
  await vi.waitFor(() => expect(engine.pid).not.toBeNull(), { timeout: 5_000, interval: 1 });
  const pid = Number(engine.pid);
  await opening;
  while (engine.pid !== null) await new Promise(setImmediate);
  await engine.close();
  expect(() => kill(pid, 0)).toThrow("ESRCH");
});

test("truncated and corrupted model files are rejected, and the process survives", {
  timeout: 60_000,
}, async () => {
  const nano = await readFile(NANO);
  const broken = Array.from({ length: 12 }, (_, index) => {
    const bytes = Buffer.from(index % 2 === 0 ? nano.subarray(0, ((index + 1) * nano.length) / 13) : nano);
    // Numbers among the descriptions of the tensors, behind the vocabulary.
    if (index % 2 === 1) bytes.fill(0xff, 60_000 + index * 3_000, 60_000 + index * 3_000 + 64);
    return { id: `broken${index}`, path: join(folder, `broken${index}.gguf`), bytes };
  });
  await Promise.all(broken.map(({ path, bytes }) => writeFile(path, bytes)));
  const engine = start({ models: [...models, ...broken] });
  await answers(engine);
  const { pid } = engine;
  for (const [index, { id, path }] of broken.entries()) {
    const outcome = await engine.openThread({ model: id }).then(
      (thread) => thread.release(),
      (error: unknown) => error,
    );
    // Where a change hits the weights alone, the file is as good as any.
    if (index % 2 === 0 || outcome !== undefined) {
      expect(outcome).toMatchObject({
        code: "model_unreadable",
        message: expect.stringMatching(`${path}: .*flint pull`),
      });
    }
  }
  expect(engine.pid).toBe(pid);
  await answers(engine);
});
