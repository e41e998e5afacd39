import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { expect, test } from "vitest";
import { ask } from "../conformance/answer.ts";
import { chat, user } from "./chat-model.fixture.ts";
import { createLlamaEngine } from "./index.ts";

const NANO = createRequire(import.meta.url).resolve("@flint/nano/nano-v4.q4_0.gguf");
const HELD_OUT = new URL("../../../../models/nano/eval/held-out.jsonl", import.meta.url);

interface HeldOut {
  readonly id: string;
  readonly before: string;
  readonly instruction: string;
}

function edit(id: string): HeldOut {
  const edits = readFileSync(HELD_OUT, "utf8").trim().split("\n");
  const found = edits.map((line): HeldOut => JSON.parse(line)).find((each) => each.id === id);
  if (!found) throw new Error(`no edit is called ${id}`);
  return found;
}

test("an answer does not depend on how many tokens of its prompt a step evaluates", {
  timeout: 60_000,
}, async () => {
  // The model hardly knows what to say here: a little difference of a number makes for another answer.
  const { before, instruction } = edit("known-228");
  const prompt = chat(user(`\`\`\`ts\n${before}\n\`\`\`\n${instruction}`));
  const answers = new Set<string>();
  for (const prefillChunk of [64, 200, 512]) {
    const engine = createLlamaEngine({
      ...{ models: [{ id: "nano", path: NANO }], prefillChunk },
      ...{ stepTime: 1_000_000, speculation: "never", sequences: 1 },
    });
    try {
      answers.add((await ask(engine, "nano", prompt, { maxTokens: 30 })).text);
    } finally {
      await engine.close();
    }
  }
  expect(answers.size).toBe(1);
});
