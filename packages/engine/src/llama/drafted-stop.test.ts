import { afterAll, beforeAll, expect, test } from "vitest";
import { ask } from "../conformance/answer.ts";
import { chat, ModelFolder, user } from "./chat-model.fixture.ts";
import { createLlamaEngine, type LlamaEngine } from "./index.ts";

let folder: ModelFolder;
let engine: LlamaEngine;
beforeAll(async () => {
  folder = await ModelFolder.make();
  engine = createLlamaEngine({ models: [await folder.write("chat")], speculation: "always" });
});
afterAll(async () => {
  await engine.close();
  await folder.remove();
});

test("an answer that ends at a stop sequence has the same text and token count with a draft as without", async () => {
  const prompt = chat(user("Hi"));
  const { text } = await ask(engine, "chat", prompt, { maxTokens: 60, draft: "" });
  const middle = Math.floor(text.length / 2);
  const stop = [text.slice(middle, middle + 3)];
  const asked = async (draft: string) => {
    const answer = await ask(engine, "chat", prompt, { maxTokens: 60, stop, draft });
    const { reason, outputTokens } = answer.finish;
    return { text: answer.text, reason, outputTokens };
  };
  const plain = await asked("");
  expect(plain).toMatchObject({ text: text.slice(0, text.indexOf(stop[0] ?? "")), reason: "stop" });
  expect(await asked(text)).toEqual(plain);
});
