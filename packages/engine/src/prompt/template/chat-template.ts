import { Template } from "@huggingface/jinja";
import { EngineError } from "../../contract/index.ts";

/** A call in a message. */
export interface TemplateCall {
  readonly id: string;
  readonly type: "function";
  readonly function: { readonly name: string; readonly arguments: unknown };
}

/** A message as chat templates take it. */
export interface TemplateMessage {
  readonly role: "system" | "user" | "assistant" | "tool";
  readonly content: string | null;
  /** Reasoning goes by one name in gpt-oss and by the other elsewhere. */
  readonly reasoning_content?: string;
  readonly thinking?: string;
  readonly tool_calls?: readonly TemplateCall[];
  readonly tool_call_id?: string;
  readonly name?: string;
}

/** A tool as chat templates take it. */
export interface TemplateTool {
  readonly type: "function";
  readonly function: unknown;
}

/**
 * What templates know about thinking: gpt-oss has levels, Qwen and GLM `enable_thinking`, DeepSeek and Granite
 * `thinking`. Where a variable is left out, the model does as it does by itself.
 */
export interface ThinkingVariables {
  readonly reasoning_effort?: "low" | "medium" | "high";
  readonly enable_thinking?: boolean;
  readonly thinking?: boolean;
}

export interface ChatTemplateOptions {
  /** Names the model in errors. */
  readonly modelId: string;
  /** Jinja source, as `tokenizer.chat_template` has it. */
  readonly template: string;
  /** Text of the tokens that templates write as `bos_token` and `eos_token`. Default: empty. */
  readonly bosToken?: string;
  readonly eosToken?: string;
}

/** Renders messages up to where the model is to answer. Throws what the template raises. */
export type ChatTemplate = (
  messages: readonly TemplateMessage[],
  tools?: readonly TemplateTool[],
  thinking?: ThinkingVariables,
) => string;

/** Throws {@link EngineError} `model_unreadable` when the template is not valid Jinja. */
export function parseTemplate(options: ChatTemplateOptions): ChatTemplate {
  const { modelId, template: source, bosToken = "", eosToken = "" } = options;
  let template: Template;
  try {
    template = new Template(source);
  } catch (cause) {
    throw new EngineError(
      "model_unreadable",
      `the chat template of ${modelId} is not valid: ${firstLine(cause)}; use another build of the model`,
      { cause },
    );
  }
  return (messages, tools = [], thinking = {}) =>
    template.render({
      ...thinking,
      messages: messages.map((message) => ({ ...message })),
      add_generation_prompt: true,
      bos_token: bosToken,
      eos_token: eosToken,
      tools: tools.length === 0 ? null : tools,
      documents: null,
    });
}

/** Template errors come with a source excerpt; a message is one line. */
export function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.trim().split("\n", 1)[0] ?? "";
}
