import { createRequire } from "node:module";
import type { Prompt, PromptItem, PromptLink } from "@flint/engine";
import { random100M, randomModel } from "../models/index.ts";

const NANO = createRequire(import.meta.url).resolve("@flint/nano/nano-v0.q8_0.gguf");
/** A model and its prompts. */
export interface BenchModel {
  readonly id: string;
  readonly path: string;
  /** Returns the prompt for an edit of code that depends on `name`. */
  prompt(name: string): Prompt;
  /** Returns the same prompt as the model reads it. */
  segments(name: string): readonly { readonly text: string; readonly special: boolean }[];
  /** Tokens of a measured answer. */
  readonly tokens: number;
  /** Whether it is trained: its answers then do not depend on how a prompt is split into batches. */
  readonly isTrained: boolean;
}

const INSTRUCTION = "use const and let instead of var";

const nano: BenchModel = {
  id: "nano",
  path: NANO,
  prompt: (name) => userPrompt(`\`\`\`js\n${codeOf(name)}\n\`\`\`\n${INSTRUCTION}`),
  segments: (name) => [
    { text: "<|user|>", special: true },
    { text: INSTRUCTION, special: false },
    { text: "<|code|>", special: true },
    { text: codeOf(name), special: false },
    { text: "<|assistant|>", special: true },
  ],
  tokens: 256,
  isTrained: true,
};

const random: Omit<BenchModel, "path"> = {
  id: random100M.id,
  prompt: (name) => userPrompt(`${codeOf(name)}\n${INSTRUCTION}`),
  segments: (name) => [
    { text: "<|im_start|>", special: true },
    { text: `user\n${codeOf(name)}\n${INSTRUCTION}`, special: false },
    { text: "<|im_end|>", special: true },
    { text: "\n", special: false },
    { text: "<|im_start|>", special: true },
    { text: "assistant\n", special: false },
  ],
  tokens: 64,
  isTrained: false,
};

/** Returns nano v0 and a random model of about 100 million weights, which is generated if it does not exist. */
export async function benchModels(): Promise<readonly [nano: BenchModel, random: BenchModel]> {
  return [nano, { ...random, path: await randomModel(random100M) }];
}

function userPrompt(content: string): Prompt {
  return { tip: { parent: null, items: [{ role: "user", content }] }, instructions: null, tools: [] };
}

/** Returns the prompt that continues another one with an interrupted answer and a steer. */
export function steeredPrompt(prompt: Prompt, answer: string, steer: string): Prompt {
  const content = [{ type: "output_text" as const, text: answer, annotations: [], logprobs: [] }];
  const part: PromptItem = { type: "message", id: "msg_1", status: "incomplete", role: "assistant", content };
  const parent: PromptLink = { parent: prompt.tip, items: [part] };
  return { ...prompt, tip: { parent, items: [{ role: "user", content: steer }] } };
}

/** Returns 39 lines of code whose edit is long enough to measure. */
function codeOf(name: string): string {
  const functions = ["first", "second", "third", "fourth"].map((ordinal) =>
    [
      `function ${ordinal}${name}(orders) {`,
      "  var total = 0;",
      "  for (var i = 0; i < orders.length; i++) {",
      "    if (orders[i].paid && orders[i].price > 10) {",
      "      total = total + orders[i].price * orders[i].count;",
      "    }",
      "  }",
      "  return total;",
      "}",
    ].join("\n"),
  );
  return functions.join("\n\n");
}

/** Returns text of about this many tokens. */
export function textOf(tokens: number): string {
  const paragraph = codeOf("Long");
  // Such code has about three characters per token.
  return paragraph.repeat(Math.ceil((tokens * 3) / paragraph.length)).slice(0, tokens * 3);
}
