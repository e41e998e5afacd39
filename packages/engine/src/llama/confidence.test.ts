import { createRequire } from "node:module";
import { getLlama } from "node-llama-cpp";
import { afterAll, expect, test } from "vitest";
import type { Finish, GenerateRequest } from "../contract/index.ts";
import { createLlamaEngine } from "./index.ts";

const NANO = createRequire(import.meta.url).resolve("@flint/nano/nano-v0.q8_0.gguf");
const CODE = "var total = 0;\nfor (var i = 0; i < prices.length; i++) total += prices[i];";
const INSTRUCTION = "use const and let instead of var";

const engine = createLlamaEngine({ models: [{ id: "nano", path: NANO }], speculation: "always" });
afterAll(() => engine.close());

async function answer(request: GenerateRequest): Promise<{ text: string; finish: Finish }> {
  const thread = await engine.openThread({ model: "nano" });
  const content = `\`\`\`js\n${CODE}\n\`\`\`\n${INSTRUCTION}`;
  const tip = { parent: null, items: [{ role: "user" as const, content }] };
  await thread.prefill({ tip, instructions: null, tools: [] });
  let text = "";
  for await (const event of thread.generate(request)) {
    if (event.type === "finish") {
      thread.release();
      return { text, finish: event };
    }
    text += event.text;
  }
  throw new Error("a generation ended without a finish");
}

/** How sure the model is of the same answer, from its tokens' probabilities as the library itself gives them. */
async function reference(): Promise<number> {
  const llama = await getLlama({ gpu: false, build: "never", progressLogs: false });
  const model = await llama.loadModel({ modelPath: NANO });
  const context = await model.createContext({ contextSize: 1024, flashAttention: true, threads: 1 });
  const text = `<|user|>${INSTRUCTION}<|code|>${CODE}<|assistant|>`;
  const answer = context
    .getSequence()
    .evaluateWithMetadata(
      model.tokenize(text, true),
      { confidence: true },
      { temperature: 0, yieldEogToken: true },
    );
  let entropies = 0;
  for await (const { token, confidence } of answer) {
    const other = 1 - confidence;
    entropies -= confidence * Math.log(confidence) + (other > 0 ? other * Math.log(other) : 0);
    if (model.isEogToken(token)) break;
  }
  await model.dispose();
  return Math.exp(-entropies);
}

test("an edit model's answer reports the confidence that its tokens' probabilities give", async () => {
  const expected = await reference();
  expect(expected).toBeGreaterThan(0);
  expect(expected).toBeLessThan(1);
  for (const draft of ["", CODE]) {
    const { finish } = await answer({ draft });
    expect(finish.reason).toBe("stop");
    // What is sure is read from its best few tokens alone.
    expect(Math.abs((finish.confidence ?? 2) - expected)).toBeLessThan(0.02);
  }
});

test("a draft does not change the confidence", async () => {
  const [plain, drafted] = [await answer({ draft: "" }), await answer({ draft: CODE })];
  expect(drafted.text).toBe(plain.text);
  expect(drafted.finish.confidence).toBeCloseTo(plain.finish.confidence ?? -1, 6);
});

test.each<[string, GenerateRequest]>([
  ["is cut off", { maxTokens: 3 }],
  ["is drawn", { sampling: { temperature: 1, seed: 1 } }],
  ["is held to a form", { format: { type: "json_object" }, maxTokens: 3 }],
])("an answer that %s has no confidence", async (_, request) => {
  expect((await answer(request)).finish).not.toHaveProperty("confidence");
});
