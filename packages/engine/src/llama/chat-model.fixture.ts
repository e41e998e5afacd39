import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Prompt, PromptItem } from "../contract/index.ts";
import { type RandomLlamaOptions, writeRandomLlama } from "./gguf-writer/index.ts";

/** The ChatML template, as used by Qwen 2.5. */
const CHATML =
  "{% for message in messages %}{{ '<|im_start|>' + message.role + '\n' + message.content + '<|im_end|>\n' }}{% endfor %}" +
  "{% if add_generation_prompt %}{{ '<|im_start|>assistant\n' }}{% endif %}";

const LETTERS = /^[a-zĠ]$/;

/** A random model that writes random letters, one per token, and never stops by itself. */
const CHAT_MODEL: RandomLlamaOptions = {
  name: "random-chat",
  vocabulary: { control: ["<|im_end|>", "<|im_start|>"] },
  layers: 2,
  width: 64,
  heads: 4,
  keyHeads: 2,
  feedForward: 128,
  contextLength: 2048,
  type: "f32",
  chatTemplate: CHATML,
  spoken: (spelling) => LETTERS.test(spelling),
};

/** A temporary folder with files of random models. */
export class ModelFolder {
  readonly path: string;

  private constructor(path: string) {
    this.path = path;
  }

  static async make(): Promise<ModelFolder> {
    return new ModelFolder(await mkdtemp(join(tmpdir(), "flint-models-")));
  }

  async write(id: string, options: RandomLlamaOptions = CHAT_MODEL): Promise<{ id: string; path: string }> {
    const path = join(this.path, `${id}.gguf`);
    await writeRandomLlama(path, options);
    return { id, path };
  }

  remove(): Promise<void> {
    return rm(this.path, { recursive: true, force: true });
  }
}

export const user = (content: string): PromptItem => ({ role: "user", content });

/** Returns a prompt with a single link. */
export function chat(...items: PromptItem[]): Prompt {
  return { tip: { parent: null, items }, instructions: "Be brief.", tools: [] };
}
