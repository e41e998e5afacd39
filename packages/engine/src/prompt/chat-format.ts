import { Template } from "@huggingface/jinja";
import { EngineError, type Prompt } from "../contract/index.ts";
import { type ChatMessage, chatMessages, withoutSystemRole } from "./chat-messages.ts";
import type { PromptFormat, PromptSegment, PromptText } from "./format.ts";
import { ThinkParser } from "./think-parser.ts";

export interface ChatFormatOptions {
  /** Names the model in errors. */
  readonly modelId: string;
  /** Jinja source, as `tokenizer.chat_template` has it. */
  readonly template: string;
  /** Text of the tokens that templates write as `bos_token` and `eos_token`. Default: empty. */
  readonly bosToken?: string;
  readonly eosToken?: string;
  /** Default `chat`. */
  readonly id?: string;
  /** See {@link PromptFormat.stop}. Default: none. */
  readonly stop?: readonly string[];
}

/**
 * A format that renders the model's own chat template. Tools are not rendered.
 *
 * Throws {@link EngineError} `model_unreadable` when the template is not valid Jinja.
 */
export function chatFormat(options: ChatFormatOptions): PromptFormat {
  const { modelId } = options;
  const template = parseTemplate(options);
  const thinking = opensThought(template);
  return {
    id: options.id ?? "chat",
    stop: options.stop ?? [],
    render: (prompt) => renderChat(template, modelId, prompt),
    parser: () => new ThinkParser({ thinking }),
  };
}

type Render = (messages: readonly ChatMessage[]) => string;

function parseTemplate(options: ChatFormatOptions): Render {
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
  return (messages) =>
    template.render({
      messages: messages.map((message) => ({ ...message })),
      add_generation_prompt: true,
      bos_token: bosToken,
      eos_token: eosToken,
      tools: null,
      documents: null,
    });
}

function renderChat(template: Render, modelId: string, prompt: Prompt): PromptText {
  const messages = chatMessages(prompt);
  try {
    const text = segments(template, messages);
    if (text) return text;
  } catch (refusal) {
    if (messages[0]?.role !== "system") throw refused(modelId, refusal);
  }
  // Some templates refuse a system role, others leave it out without a word.
  try {
    const text = segments(template, withoutSystemRole(messages));
    if (text) return text;
  } catch (refusal) {
    throw refused(modelId, refusal);
  }
  throw new EngineError(
    "prompt_unsupported",
    `the chat template of ${modelId} leaves out a part of this conversation: start a new one or use another model`,
  );
}

function refused(modelId: string, cause: unknown): EngineError {
  return new EngineError(
    "prompt_unsupported",
    `the chat template of ${modelId} refuses this conversation: ${firstLine(cause)}`,
    { cause },
  );
}

/**
 * Renders with a placeholder for each text and puts the texts back as segments of their own, so that nothing that a
 * person wrote can become a control token. White space at a text's ends stays with the template, because many
 * templates trim it. Null when a text is missing from the result.
 */
function segments(template: Render, messages: readonly ChatMessage[]): PromptSegment[] | null {
  const texts: string[] = [];
  const rendered = template(
    messages.map(({ role, content }) => {
      const text = content.trim();
      if (text === "") return { role, content };
      const placeholder = `\uE000${texts.push(text) - 1}\uE001`;
      return { role, content: content.replace(text, () => placeholder) };
    }),
  );

  const missing = new Set(texts.keys());
  const result: PromptSegment[] = [];
  for (const [turn, piece] of rendered.split(/\uE000(\d+)\uE001/).entries()) {
    // The split gives template text and placeholders' numbers by turns.
    const special = turn % 2 === 0;
    const text = special ? piece : texts[Number(piece)];
    if (!special) missing.delete(Number(piece));
    if (text) result.push({ text, special });
  }
  return missing.size === 0 ? result : null;
}

/** Whether the template itself opens the answer's reasoning. A template that refuses the question does not. */
function opensThought(template: Render): boolean {
  try {
    return /<think>\s*$/.test(template([{ role: "user", content: "?" }]));
  } catch {
    return false;
  }
}

/** Template errors come with a source excerpt; a message is one line. */
function firstLine(error: unknown): string {
  const text = error instanceof Error ? error.message : String(error);
  return text.trim().split("\n", 1)[0] ?? "";
}
