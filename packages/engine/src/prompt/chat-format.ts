import { EngineError, type Prompt } from "../contract/index.ts";
import { chatMessages, withoutSystemRole } from "./chat-messages.ts";
import { isConstrained } from "./constraint/index.ts";
import { itemsOf } from "./conversation.ts";
import { type Family, familyOf, hermes } from "./families/index.ts";
import type { AnswerReading, PromptFormat, PromptText, RenderedPrompt } from "./format.ts";
import { answerGrammarAside } from "./grammar-aside.ts";
import {
  anchorsOf,
  continuationKey,
  type PromptState,
  segmentOf,
  sinceLastQuestion,
  windowOf,
} from "./prompt-state.ts";
import { AnswerParser } from "./reading/index.ts";
import { rehearsals } from "./rehearsals.ts";
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
import { thinkingVariables } from "./thinking.ts";
import { allowedTools, callableTools, choiceRule, isCallRequired, ToolSet } from "./tools/index.ts";
import { toolsText } from "./tools-text.ts";
import { type Conversation, conversationOf } from "./turns.ts";

export interface ChatFormatOptions extends ChatTemplateOptions {
  /** Whether the vocabulary has exactly this token: some families are recognised by theirs. */
  readonly hasToken?: (text: string) => boolean;
  /** Default `chat`. */
  readonly id?: string;
  /** See {@link PromptFormat.stop}. Default: none. */
  readonly stop?: readonly string[];
}

/**
 * Returns a format that renders the model's own chat template. Tools go where the template has a place for them, or
 * else into the system message; calls are parsed in the model family's syntax.
 *
 * Throws {@link EngineError} `model_unreadable` if the template is not valid Jinja.
 */
export function chatFormat(options: ChatFormatOptions): PromptFormat {
  const template = parseTemplate(options);
  const { template: source, hasToken } = options;
  const known = familyOf({ template: source, ...(hasToken && { hasToken }) });
  const traits = templateTraits(template, known);
  // If the template cannot render calls, the model would not understand its family's syntax either.
  const family = known && traits.calls ? known : hermes;
  const { open } = family.reasoning;
  const reasons = source.includes(open) || hasToken?.(open) === true;
  const format = new ChatFormat({ modelId: options.modelId, template, traits, family, source, reasons });
  return {
    id: options.id ?? "chat",
    stop: options.stop ?? [],
    tags: [...new Set([family.reasoning.open, family.reasoning.close, ...family.tags])],
    render: (prompt, earlier = null) => format.render(prompt, earlier),
  };
}

interface ChatFormatParts {
  readonly modelId: string;
  readonly template: ChatTemplate;
  readonly traits: TemplateTraits;
  readonly family: Family;
  /** The template's source. */
  readonly source: string;
  /** Whether the model may start its output with reasoning by itself. */
  readonly reasons: boolean;
}

const LENGTH_RULES = { low: "Keep your answer short.", medium: null, high: "Answer at length." };

/** What to render, and whether the tools are passed to the template or put into the system message. */
interface RenderInput {
  readonly prompt: Prompt;
  readonly conversation: Conversation;
  readonly tools: ToolSet;
  readonly definitions: PromptState["definitions"];
}

/** A prompt, and what is needed to render one that continues it. */
interface ChatPrompt extends RenderedPrompt {
  readonly standing: PromptState | null;
}

/**
 * Numbers of items at which the whole prompt is rendered to check the incremental one, first at `FIRST_CHECK` and
 * then at each doubling. Checks stop at `LAST_CHECK`: the time of some templates grows with the square of the items.
 */
const FIRST_CHECK = 16;
const LAST_CHECK = 256;

class ChatFormat {
  readonly #parts: ChatFormatParts;
  readonly #prompts = new WeakMap<RenderedPrompt, PromptState>();
  /** Whether the end of a prompt depends on its last turns only; null until tried. */
  #isLocal: boolean | null = null;

  constructor(parts: ChatFormatParts) {
    this.#parts = parts;
  }

  render(prompt: Prompt, earlier: RenderedPrompt | null): RenderedPrompt {
    const standing = earlier && this.#prompts.get(earlier);
    const continued = standing && this.#canContinue() ? this.#renderContinued(prompt, standing) : null;
    return this.#remember(continued ?? this.#renderWhole(prompt));
  }

  #remember({ standing, ...rendered }: ChatPrompt): RenderedPrompt {
    if (standing) this.#prompts.set(rendered, standing);
    return rendered;
  }

  // ── the whole prompt ──────────────────────────────────────────────────────────────────────────────────────

  #renderWhole(prompt: Prompt): ChatPrompt {
    const tools = new ToolSet(allowedTools(prompt, itemsOf(prompt.tip)), this.#parts.family.separator);
    const question = { prompt, conversation: conversationOf(prompt, tools), tools };
    const { text, definitions } = this.#text(question);
    const { asked, given } = anchorsOf(question.conversation.turns, text, 0);
    const conversation = sinceLastQuestion(question.conversation);
    const hasEarlier = conversation.turns.length < question.conversation.turns.length;
    const nextCheck = checkAfter(conversation.items);
    const more = {
      question: continuationKey(prompt),
      tip: prompt.tip,
      tools,
      definitions,
      conversation,
      hasEarlier,
    };
    const standing = asked && { ...more, asked, given, nextCheck };
    return { kept: 0, text, reading: this.#reading(prompt, text, tools), standing };
  }

  #text(asked: Omit<RenderInput, "definitions">): Pick<RenderInput, "definitions"> & { text: PromptText } {
    const { modelId, traits } = this.#parts;
    if (traits.calls && traits.definitions && asked.tools.size > 0) {
      // Templates walk through a tool's schema, and some fail on parts of it.
      const definitions = "template";
      const text = this.#rendered({ ...asked, definitions }, () => null);
      if (text) return { text, definitions };
    }
    const definitions = "text";
    const text = this.#rendered({ ...asked, definitions }, (cause) => {
      throw new EngineError(
        "prompt_unsupported",
        `the chat template of ${modelId} rejects this conversation: ${firstLine(cause)}`,
        { cause },
      );
    });
    if (text) return { text, definitions };
    throw new EngineError(
      "prompt_unsupported",
      `the chat template of ${modelId} leaves out part of this conversation: start a new one, or use another model`,
    );
  }

  // ── only its end ──────────────────────────────────────────────────────────────────────────────────────────

  /** Renders the prompt's end from its last turns. Returns null if the whole prompt must be rendered. */
  #renderContinued(prompt: Prompt, standing: PromptState): ChatPrompt | null {
    if (continuationKey(prompt) !== standing.question) return null;
    const window = windowOf(standing, prompt.tip);
    if (!window) return null;
    const { tools, definitions } = standing;
    const { anchor, turns, conversation } = window;
    const question = { prompt, conversation: { ...conversation, turns }, tools, definitions };
    const rendered = this.#rendered(question, () => null);
    const place = rendered ? segmentOf(anchor.turn, rendered) : -1;
    if (!rendered || rendered[place - 1]?.text !== anchor.before) return null;
    const text = rendered.slice(place);

    const isChecked = conversation.items >= standing.nextCheck;
    if (isChecked && !this.#matchesWhole(prompt, anchor.at, text)) return null;
    const { asked, given } = anchorsOf(conversation.turns, text, anchor.at);
    const last = sinceLastQuestion(conversation);
    return {
      kept: anchor.at,
      text,
      reading: this.#reading(prompt, text, tools),
      standing: {
        ...standing,
        tip: prompt.tip,
        conversation: last,
        hasEarlier: standing.hasEarlier || last.turns.length < conversation.turns.length,
        asked: asked ?? standing.asked,
        given,
        nextCheck: isChecked ? checkAfter(conversation.items) : standing.nextCheck,
      },
    };
  }

  /** Whether rendering the whole prompt gives the same text. If not, no later prompt is rendered incrementally. */
  #matchesWhole(prompt: Prompt, kept: number, text: PromptText): boolean {
    const whole = written(this.#renderWhole(prompt).text);
    this.#isLocal = whole.length >= kept && whole.slice(kept) === written(text);
    return this.#isLocal;
  }

  #canContinue(): boolean {
    this.#isLocal ??= rehearsals().every((prompts) => this.#passesRehearsal(prompts));
    return this.#isLocal;
  }

  /** Whether rendering each of these prompts incrementally gives the same text as rendering it whole. */
  #passesRehearsal(prompts: readonly Prompt[]): boolean {
    let before: { readonly text: string; readonly standing: PromptState | null } = {
      text: "",
      standing: null,
    };
    for (const prompt of prompts) {
      let whole: ChatPrompt;
      try {
        whole = this.#renderWhole(prompt);
      } catch (cause) {
        if (cause instanceof EngineError) return true;
        throw cause;
      }
      const { kept, text, standing } =
        (before.standing && this.#renderContinued(prompt, before.standing)) ?? whole;
      before = { text: before.text.slice(0, kept) + written(text), standing };
      if (before.text !== written(whole.text)) return false;
    }
    return true;
  }

  // ── for both ──────────────────────────────────────────────────────────────────────────────────────────────

  /** Returns null if the template leaves out text that must be there. */
  #rendered(question: RenderInput, refused: (cause: unknown) => null): PromptText | null {
    const { template, traits, family } = this.#parts;
    const slots = new Slots();
    const turns = chatMessages(question.conversation.turns, { slots, family, calls: traits.calls });
    const system = this.#system(question, slots);
    const messages: TemplateMessage[] =
      system === "" ? turns : [{ role: "system", content: system }, ...turns];
    const tools = question.definitions === "template" ? definitionsOf(question.tools, slots) : [];
    let rendered: string;
    try {
      rendered = template(
        traits.system ? messages : withoutSystemRole(messages),
        tools,
        thinkingVariables(question.prompt.reasoningEffort),
      );
    } catch (cause) {
      return refused(cause);
    }
    return slots.fill(rendered);
  }

  #system({ prompt, conversation, tools, definitions }: RenderInput, slots: Slots): string {
    const request = (text: string, field: string) => slots.required(text, { item: null, field });
    const texts = conversation.system.map(({ text, item }) =>
      slots.required(text, { item, field: "content" }),
    );
    if (prompt.instructions) texts.unshift(request(prompt.instructions, "instructions"));
    if (definitions === "text" && tools.size > 0) texts.push(toolsText(tools, this.#parts.family, slots));
    const rule = choiceRule(prompt, tools);
    if (rule !== null) texts.push(request(rule, "tool_choice"));
    const length = LENGTH_RULES[prompt.verbosity ?? "medium"];
    if (length !== null) texts.push(request(length, "text.verbosity"));
    return texts.join("\n\n");
  }

  #reading(prompt: Prompt, text: PromptText, tools: ToolSet): AnswerReading {
    const { family, source, reasons } = this.#parts;
    const { read, writing } = family;
    const thinking = opensReasoning(text, family.reasoning.open);
    const several = prompt.parallelToolCalls !== false;
    const constraint = {
      writing,
      template: source,
      tools: callableTools(prompt, tools),
      choice: { required: isCallRequired(prompt), several },
      reasoning: { ...family.reasoning, state: thinking ? "open" : reasons ? "possible" : "none" },
    } as const;
    return {
      parser: () => new AnswerParser({ tools, thinking, held: null, read }),
      async held(format, user = null) {
        if (!isConstrained({ ...constraint, format })) return null;
        const grammar = await answerGrammarAside({ ...constraint, format }, family.id, user);
        const isForm = format !== null && format.type !== "text";
        const held = isForm ? "form" : "writing";
        return { grammar, parser: new AnswerParser({ tools, thinking, held, read }) };
      },
      maxCalls: several ? Number.POSITIVE_INFINITY : 1,
    };
  }
}

function checkAfter(items: number): number {
  const next = Math.max(FIRST_CHECK, 2 * items);
  return next > LAST_CHECK ? Number.POSITIVE_INFINITY : next;
}

function written(text: PromptText): string {
  return text.map((segment) => segment.text).join("");
}

function definitionsOf(tools: ToolSet, slots: Slots) {
  return tools.offered.map(({ name, description, parameters }) => ({
    type: "function" as const,
    function: slots.json({ name, description, parameters }, { item: null, field: "tools" }),
  }));
}

/** Whether the template itself opened the reasoning. */
function opensReasoning(text: PromptText, opening: string): boolean {
  const last = text.at(-1);
  return last?.special === true && last.text.trimEnd().endsWith(opening);
}
