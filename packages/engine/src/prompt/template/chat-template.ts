import { Template } from "@huggingface/jinja";
import { EngineError } from "../../contract/index.ts";

/** A call in a message. */
export interface TemplateCall {
  readonly id: string;
  readonly type: "function";
  readonly function: { readonly name: string; readonly arguments: unknown };
}

/** A message in the form that chat templates expect. */
export interface TemplateMessage {
  readonly role: "system" | "user" | "assistant" | "tool";
  readonly content: string | null;
  /** gpt-oss's templates read reasoning from `thinking`, others from `reasoning_content`. */
  readonly reasoning_content?: string;
  readonly thinking?: string;
  readonly tool_calls?: readonly TemplateCall[];
  readonly tool_call_id?: string;
  readonly name?: string;
}

/** A tool in the form that chat templates expect. */
export interface TemplateTool {
  readonly type: "function";
  readonly function: unknown;
}

/**
 * Variables for reasoning: gpt-oss has levels, Qwen and GLM `enable_thinking`, DeepSeek and Granite `thinking`. If a
 * variable is missing, the model's default applies.
 */
export interface ThinkingVariables {
  readonly reasoning_effort?: "low" | "medium" | "high";
  readonly enable_thinking?: boolean;
  readonly thinking?: boolean;
}

export interface ChatTemplateOptions {
  /** The model's name in errors. */
  readonly modelId: string;
  /** Jinja source, from `tokenizer.chat_template`. */
  readonly template: string;
  /** Text of the tokens that templates refer to as `bos_token` and `eos_token`. Default: empty. */
  readonly bosToken?: string;
  readonly eosToken?: string;
}

/** Renders messages up to the start of the model's output. Throws what the template raises. */
export type ChatTemplate = (
  messages: readonly TemplateMessage[],
  tools?: readonly TemplateTool[],
  thinking?: ThinkingVariables,
) => string;

/** Parses a chat template. Throws {@link EngineError} `model_unreadable` if it is not valid Jinja. */
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

/** Returns the first line of an error: template errors include a source excerpt. */
export function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.trim().split("\n", 1)[0] ?? "";
}
