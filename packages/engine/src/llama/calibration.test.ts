import { mkdtemp, readdir, readFile, rm } from "node:fs/promises";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { ask } from "../conformance/answer.ts";
import { chat, ModelFolder, user } from "./chat-model.fixture.ts";
import { createLlamaEngine, type LlamaEngineOptions } from "./index.ts";

const NANO = createRequire(import.meta.url).resolve("@flint/nano/nano-v4.q4_0.gguf");

let folder: ModelFolder;
beforeAll(async () => {
  folder = await ModelFolder.make();
});
afterAll(() => folder.remove());

const SIZES: [string, Partial<LlamaEngineOptions>][] = [
  ["batches are small", { sequences: 2, prefillChunk: 16, maxDraft: 4 }],
  ["a batch holds one token", { sequences: 1, prefillChunk: 1, maxDraft: 0 }],
  ["the context ends within the largest draft", { contextLength: 100 }],
  ["the context has no room for it", { contextLength: 70 }],
];

test.each(SIZES)("a model is calibrated without a warning and answers if %s", async (_, options) => {
  const model = await folder.write("chat");
  const warnings: string[] = [];
  const engine = createLlamaEngine({
    models: [model],
    calibration: "load",
    calibrationTime: 20_000,
    onWarning: (text) => warnings.push(text),
    ...options,
  });
  try {
    const { finish } = await ask(engine, "chat", chat(user("Hi")), { maxTokens: 8 });
    expect(finish).toMatchObject({ reason: "length", outputTokens: 8 });
    expect(warnings).toEqual([]);
  } finally {
    await engine.close();
  }
});

test("batches of every draft size are exact for the bundled model", async () => {
  const cacheDirectory = await mkdtemp(join(tmpdir(), "flint-measured-"));
  const engine = createLlamaEngine({
    models: [{ id: "nano", path: NANO }],
    calibration: "load",
    calibrationTime: 20_000,
    // On one thread alone: measuring several would wait for cores that are free.
    threads: { decode: 1, batch: 1 },
    cacheDirectory,
  });
  try {
    await ask(engine, "nano", chat(user("use const\n```js\nlet a = 1;\n```")), { maxTokens: 4 });
    const [file = ""] = (await readdir(cacheDirectory)).filter((name) => name.endsWith(".json"));
    const { noise } = JSON.parse(await readFile(join(cacheDirectory, file), "utf8")) as { noise: unknown };
    expect(noise).toEqual([3, 7, 15, 31, 62].map((size) => [size, 0]));
  } finally {
    await engine.close();
    await rm(cacheDirectory, { recursive: true });
  }
});
