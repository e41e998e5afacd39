import type { ModelCapabilities } from "../contract/index.ts";
import { chatFormat } from "./chat-format.ts";
import type { PromptFormat } from "./format.ts";
import { NANO_TOKENS, nanoFormat } from "./nano/index.ts";

/** What a model's file says about the model. */
export interface PromptMetadata {
  readonly modelId: string;
  /** `general.name`. */
  readonly name?: string;
  /** `tokenizer.chat_template`. */
  readonly chatTemplate?: string;
  /** Text of the tokens. */
  readonly bosToken?: string;
  readonly eosToken?: string;
  /** Whether the vocabulary has exactly this token. If not given, the bundled model is recognised by its name. */
  readonly hasToken?: (text: string) => boolean;
  /** `flint.edit.format`: how an edit model answers. Default `whole`. */
  readonly editFormat?: string;
  /** Where to pull a larger model from that fits this machine; null if none does. */
  readonly otherModel?: string | null;
}

/** For models without a template: most of those that follow instructions were tuned on ChatML. */
const CHATML =
  "{% for message in messages %}{{ '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>\\n' }}{% endfor %}" +
  "{{ '<|im_start|>assistant\\n' }}";

/**
 * Returns the format for a model: the bundled model's, its chat template, or ChatML if it has none. Throws {@link
 * EngineError} `model_unreadable` for an edit model that needs a newer version of Flint.
 */
export function formatFor(metadata: PromptMetadata): PromptFormat {
  const { modelId, chatTemplate, bosToken, eosToken, hasToken } = metadata;
  // Its file contains a template too, for other programs, but that has no place for the code.
  if (isNano(metadata)) return nanoFormat(metadata);
  if (chatTemplate) {
    return chatFormat({
      modelId,
      template: chatTemplate,
      ...(bosToken !== undefined && { bosToken }),
      ...(eosToken !== undefined && { eosToken }),
      ...(hasToken !== undefined && { hasToken }),
    });
  }
  // A model whose vocabulary lacks the tag writes it as text, and would continue after it.
  return chatFormat({ modelId, id: "plain", template: CHATML, stop: ["<|im_end|>"] });
}

/**
 * Returns what a model can be asked for. Every chat model can be asked to call tools: if its template has no place
 * for them, they go into the system message. Whether the model is good at it is unknown.
 */
export function promptCapabilities(metadata: PromptMetadata): ModelCapabilities {
  const { chatTemplate = "" } = metadata;
  if (isNano(metadata)) return { tools: false, reasoning: false };
  return { tools: true, reasoning: REASONING_SIGNS.some((sign) => chatTemplate.includes(sign)) };
}

const REASONING_SIGNS = ["<think>", "</think>", "[THINK]", "<|channel|>"];

function isNano({ name, hasToken }: PromptMetadata): boolean {
  return hasToken ? NANO_TOKENS.every(hasToken) : name === "nano-edit";
}
