import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { QWEN_2_5 } from "./chat-templates.fixture.ts";
import { formatFor, promptCapabilities } from "./format-for.ts";

const NANO = new URL("../../../../models/nano/nano-v0.tokenizer.json", import.meta.url);

test("the bundled model is recognised by its control tokens, whatever its name", async () => {
  const { tokens } = JSON.parse(await readFile(NANO, "utf8")) as { tokens: string[] };
  const hasToken = (text: string) => tokens.includes(text);
  expect(formatFor({ modelId: "nano", hasToken }).id).toBe("nano");
});

test("the bundled model is recognised by its name if its vocabulary is unknown", () => {
  expect(formatFor({ modelId: "nano", name: "nano-edit" }).id).toBe("nano");
});

test("a chat template is used for every model but the bundled one, which has its own format", () => {
  const chatTemplate = QWEN_2_5;
  expect(formatFor({ modelId: "m", hasToken: (text) => text !== "<|code|>", chatTemplate }).id).toBe("chat");
  expect(formatFor({ modelId: "m", hasToken: () => true, chatTemplate }).id).toBe("nano");
});

test("a model without a template gets ChatML, whose closing tag ends the answer", () => {
  const format = formatFor({ modelId: "m", hasToken: (text) => text === "<|user|>" });
  const rendered = format.render({
    tip: { parent: null, items: [{ role: "user", content: "Hi" }] },
    instructions: "Be brief.",
    tools: [],
  });
  expect(format).toMatchObject({ id: "plain", stop: ["<|im_end|>"] });
  expect(rendered.text.map(({ text }) => text).join("")).toBe(
    "<|im_start|>system\nBe brief.<|im_end|>\n<|im_start|>user\nHi<|im_end|>\n<|im_start|>assistant\n",
  );
});

test("every chat model can call tools, the bundled model cannot", () => {
  expect(promptCapabilities({ modelId: "m", name: "nano-edit" })).toEqual({ tools: false, reasoning: false });
  expect(promptCapabilities({ modelId: "m" })).toEqual({ tools: true, reasoning: false });
  expect(promptCapabilities({ modelId: "m", chatTemplate: "{{ '<think>' }}" })).toEqual({
    tools: true,
    reasoning: true,
  });
});
