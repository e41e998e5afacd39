import { EngineError, type Prompt } from "../contract/index.ts";
import { chatMessages, withoutSystemRole } from "./chat-messages.ts";
import { itemsOf } from "./conversation.ts";
import { type Family, familyOf, hermes } from "./families/index.ts";
import type { PromptFormat, PromptText, RenderedPrompt } from "./format.ts";
import { AnswerParser } from "./reading/index.ts";
import {
  type ChatTemplate,
  type ChatTemplateOptions,
  firstLine,
  parseTemplate,
  Slots,
  type TemplateMessage,
  type TemplateTraits,
  templateTraits,
} from "./template/index.ts";
import { allowedTools, choiceRule, ToolSet } from "./tools/index.ts";
import { toolsText } from "./tools-text.ts";
import { type Conversation, conversationOf } from "./turns.ts";

export interface ChatFormatOptions extends ChatTemplateOptions {
  /** Whether the vocabulary has this very token: some families are known by theirs. */
  readonly hasToken?: (text: string) => boolean;
  /** Default `chat`. */
  readonly id?: string;
  /** See {@link PromptFormat.stop}. Default: none. */
  readonly stop?: readonly string[];
}

/**
 * A format that renders the model's own chat template. Tools go where the template has a place for them, and into the
 * system message where it has none; calls are read in the model family's own format.
 *
 * Throws {@link EngineError} `model_unreadable` when the template is not valid Jinja.
 */
export function chatFormat(options: ChatFormatOptions): PromptFormat {
  const template = parseTemplate(options);
  const { template: source, hasToken } = options;
  const known = familyOf({ template: source, ...(hasToken && { hasToken }) });
  const traits = templateTraits(template, known);
  // A family whose history the template cannot tell would not be understood in its own words either.
  const family = known && traits.calls ? known : hermes;
  const format = new ChatFormat({ modelId: options.modelId, template, traits, family });
  return {
    id: options.id ?? "chat",
    stop: options.stop ?? [],
    tags: [...new Set([family.reasoning.open, family.reasoning.close, ...family.tags])],
    render: (prompt) => format.render(prompt),
  };
}

interface ChatFormatParts {
  readonly modelId: string;
  readonly template: ChatTemplate;
  readonly traits: TemplateTraits;
  readonly family: Family;
}

/** One attempt's question: what is asked, and whether the template itself is given the tools. */
const LENGTH_RULES = { low: "Keep your answer short.", medium: null, high: "Answer at length." };

interface Question {
  readonly prompt: Prompt;
  readonly conversation: Conversation;
  readonly tools: ToolSet;
  readonly definitions: "template" | "text";
}

class ChatFormat {
  readonly #parts: ChatFormatParts;

  constructor(parts: ChatFormatParts) {
    this.#parts = parts;
  }

  render(prompt: Prompt): RenderedPrompt {
    const { family } = this.#parts;
    const tools = new ToolSet(allowedTools(prompt, itemsOf(prompt.tip)), family.separator);
    const text = this.#text(prompt, tools);
    const thinking = endsWith(text, family.reasoning.open);
    const read = family.read;
    return { text, parser: () => new AnswerParser({ tools, thinking, read }) };
  }

  #text(prompt: Prompt, tools: ToolSet): PromptText {
    const conversation = conversationOf(prompt, tools);
    const question = { prompt, conversation, tools };
    if (this.#parts.traits.calls && this.#parts.traits.definitions && tools.size > 0) {
      // Templates go through a tool's schema, and some give up on what they find there.
      const text = this.#rendered({ ...question, definitions: "template" }, () => null);
      if (text) return text;
    }
    const { modelId } = this.#parts;
    const text = this.#rendered({ ...question, definitions: "text" }, (cause) => {
      throw new EngineError(
        "prompt_unsupported",
        `the chat template of ${modelId} refuses this conversation: ${firstLine(cause)}`,
        { cause },
      );
    });
    if (text) return text;
    throw new EngineError(
      "prompt_unsupported",
      `the chat template of ${modelId} leaves out a part of this conversation: start a new one or use another model`,
    );
  }

  /** Null where the template leaves out what must be there. */
  #rendered(question: Question, refused: (cause: unknown) => null): PromptText | null {
    const { template, traits, family } = this.#parts;
    const slots = new Slots();
    const turns = chatMessages(question.conversation.turns, { slots, family, calls: traits.calls });
    const system = this.#system(question, slots);
    const messages: TemplateMessage[] =
      system === "" ? turns : [{ role: "system", content: system }, ...turns];
    const tools = question.definitions === "template" ? definitionsOf(question.tools, slots) : [];
    let rendered: string;
    try {
      rendered = template(traits.system ? messages : withoutSystemRole(messages), tools);
    } catch (cause) {
      return refused(cause);
    }
    return slots.fill(rendered);
  }

  #system({ prompt, conversation, tools, definitions }: Question, slots: Slots): string {
    const texts = conversation.system.map((text) => slots.required(text));
    if (definitions === "text" && tools.size > 0) texts.push(toolsText(tools, this.#parts.family, slots));
    const rule = choiceRule(prompt, tools);
    if (rule !== null) texts.push(slots.required(rule));
    const length = LENGTH_RULES[prompt.verbosity ?? "medium"];
    if (length !== null) texts.push(slots.required(length));
    return texts.join("\n\n");
  }
}

function definitionsOf(tools: ToolSet, slots: Slots) {
  return tools.offered.map(({ name, description, parameters }) => ({
    type: "function" as const,
    function: slots.json({ name, description, parameters }),
  }));
}

/** Whether the template itself opened the answer's reasoning. */
function endsWith(text: PromptText, opening: string): boolean {
  const last = text.at(-1);
  return last?.special === true && last.text.trimEnd().endsWith(opening);
}
