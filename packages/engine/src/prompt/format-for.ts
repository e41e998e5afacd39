import type { ModelCapabilities } from "../contract/index.ts";
import { chatFormat } from "./chat-format.ts";
import type { PromptFormat } from "./format.ts";
import { NANO_TOKENS, nanoFormat } from "./nano/index.ts";

/** What a model's file says about itself. */
export interface PromptMetadata {
  readonly modelId: string;
  /** `general.name`. */
  readonly name?: string;
  /** `tokenizer.chat_template`. */
  readonly chatTemplate?: string;
  /** Text of the tokens. */
  readonly bosToken?: string;
  readonly eosToken?: string;
  /** Whether the vocabulary has this very token. Where it is not given, the name tells the bundled model. */
  readonly hasToken?: (text: string) => boolean;
  /** `flint.edit.format`: how an edit model answers. Default `whole`. */
  readonly editFormat?: string;
  /** Where to pull a larger model that fits this machine from; null where none does. */
  readonly otherModel?: string | null;
}

/** Most models without a template of their own that follow instructions at all were tuned on ChatML. */
const CHATML =
  "{% for message in messages %}{{ '<|im_start|>' + message.role + '\\n' + message.content + '<|im_end|>\\n' }}{% endfor %}" +
  "{{ '<|im_start|>assistant\\n' }}";

/**
 * The format that fits a model: the bundled model's own, a chat template, or ChatML where it brings none.
 * Throws {@link EngineError} `model_unreadable` for an edit model of a later kind.
 */
export function formatFor(metadata: PromptMetadata): PromptFormat {
  const { modelId, chatTemplate, bosToken, eosToken, hasToken } = metadata;
  // Its file carries a template too, for programs that know no other way; that one has no place for the code.
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
  // A model whose vocabulary lacks the tag spells it out, and would go on after it.
  return chatFormat({ modelId, id: "plain", template: CHATML, stop: ["<|im_end|>"] });
}

/**
 * What a model can be asked for. Every chat model can be asked to call tools: where its template has no place for them,
 * they are told in the system message. Whether it is any good at it, its file does not say.
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
