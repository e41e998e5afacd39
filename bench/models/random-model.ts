import { existsSync, mkdirSync, readFileSync, renameSync } from "node:fs";
import { writeRandomLlama } from "@flint/engine/gguf-writer";

/** The benchmarks run from `.cache/bench`. */
const TOKENIZER = new URL("../../models/nano/nano-v0.tokenizer.json", import.meta.url);
const MODELS = new URL("../models/", import.meta.url);

const CHATML =
  "{% for message in messages %}{{ '<|im_start|>' + message.role + '\n' + message.content + '<|im_end|>\n' }}{% endfor %}" +
  "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}";
/** Only whole words: their text gives the same tokens when tokenised again. */
const WORD = /^Ġ[a-z]{2,}$/;

/** A model with random weights. It outputs meaningless words, and never ends by itself. */
export interface RandomModel {
  readonly id: string;
  readonly layers: number;
  readonly width: number;
  readonly heads: number;
  readonly keyHeads: number;
  readonly feedForward: number;
  readonly contextLength: number;
}

export const random100M: RandomModel = {
  id: "random-100m",
  layers: 14,
  width: 768,
  heads: 12,
  keyHeads: 4,
  feedForward: 2304,
  contextLength: 8192,
};

/** Small enough to evaluate a prompt of 8,000 tokens in seconds on CPUs. */
export const random10M: RandomModel = {
  id: "random-10m",
  layers: 4,
  width: 384,
  heads: 6,
  keyHeads: 2,
  feedForward: 1152,
  contextLength: 16_384,
};

/** Resolves to the path of the model's file, which is generated if it does not exist. */
export async function randomModel({ id, ...shape }: RandomModel): Promise<string> {
  const { pathname } = new URL(`${id}.q8_0.gguf`, MODELS);
  if (existsSync(pathname)) return pathname;
  mkdirSync(MODELS, { recursive: true });
  const { merges }: { merges: [string, string][] } = JSON.parse(readFileSync(TOKENIZER, "utf8"));
  await writeRandomLlama(`${pathname}.part`, {
    ...shape,
    vocabulary: { control: ["<|im_end|>", "<|im_start|>"], merges, size: 4096 },
    pre: "starcoder",
    chatTemplate: CHATML,
    spoken: (spelling) => WORD.test(spelling),
    type: "q8_0",
  });
  renameSync(`${pathname}.part`, pathname);
  return pathname;
}
