import { afterAll, beforeAll, expect, test } from "vitest";
import type { GenerateRequest } from "../contract/index.ts";
import { QWEN_3 } from "../prompt/families/fixtures/templates.fixture.ts";
import { chat, ModelFolder, user } from "./chat-model.fixture.ts";
import { createLlamaEngine, type LlamaEngine } from "./index.ts";

let folder: ModelFolder;
let engine: LlamaEngine;
beforeAll(async () => {
  folder = await ModelFolder.make();
  const model = await folder.write("random", {
    vocabulary: { control: ["<end>"] },
    layers: 1,
    width: 64,
    heads: 2,
    feedForward: 64,
    contextLength: 2048,
    chatTemplate: QWEN_3,
  });
  engine = createLlamaEngine({ models: [model], sequences: 2 });
});
afterAll(async () => {
  await engine.close();
  await folder.remove();
});

async function answer(content: string, request: GenerateRequest): Promise<string> {
  const thread = await engine.openThread({ model: "random" });
  try {
    await thread.prefill(chat(user(content)));
    let text = "";
    for await (const event of thread.generate(request)) {
      if (event.type !== "finish" && event.part.type === "text") text += event.text;
    }
    return text;
  } finally {
    await thread.release();
  }
}

test("other answers continue while a large grammar is translated, and the answer then follows it", async () => {
  // A second of work, or some.
  const long = { type: "string", pattern: "^(ab?){1,1000}$", minLength: 3 };
  const schema = { type: "array", items: long, maxItems: 0 };
  let isOver = false;
  const held = answer("Spell.", {
    sampling: {},
    format: { type: "json_schema", name: "it", strict: true, schema },
  }).finally(() => {
    isOver = true;
  });
  let others = 0;
  while (!isOver) {
    expect(await answer("Go on.", { sampling: {}, maxTokens: 8 })).not.toBe("");
    others += 1;
  }
  expect(await held).toMatch(/^\[\s*\]$/);
  expect(others).toBeGreaterThan(5);
});
