import { afterAll, beforeAll, expect, test } from "vitest";
import { ask } from "../conformance/answer.ts";
import { chat, ModelFolder, user } from "./chat-model.fixture.ts";
import { createLlamaEngine, type LlamaEngineOptions } from "./index.ts";

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

test.each(SIZES)("a model is measured and answers where %s", async (_, options) => {
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
