import type { Reasoning } from "@flint/protocol";
import type { Prompt, PromptItem } from "../contract/index.ts";
import { contentText, isMessage, itemsOf } from "./conversation.ts";
import { argumentsOfInput, type ToolSet } from "./tools/index.ts";

/** A call of an earlier response. */
export interface Call {
  readonly id: string;
  /** The tool's name for the model. */
  readonly name: string;
  /** JSON, or what the model wrote instead. */
  readonly arguments: string;
  /** The item's field that holds them. */
  readonly field: "arguments" | "input";
  /** Its position among the conversation's calls, from 1. */
  readonly ordinal: number;
  /** Ordinal of its item. */
  readonly item: number;
}

export interface UserTurn {
  readonly role: "user";
  readonly text: string;
  /** Ordinal of the first item that the text comes from. */
  readonly item: number;
}

export interface AssistantTurn {
  readonly role: "assistant";
  readonly text: string;
  readonly reasoning: string;
  readonly calls: readonly Call[];
  readonly item: number;
  readonly reasoningItem: number;
  /** Whether it was interrupted: its reasoning is then kept. */
  readonly isCut: boolean;
}

/** The output of a call. */
export interface ToolTurn {
  readonly role: "tool";
  readonly call: Call;
  readonly text: string;
  readonly item: number;
}

export type Turn = UserTurn | AssistantTurn | ToolTurn;

/** A developer or system message. */
export interface SystemText {
  readonly text: string;
  readonly item: number;
}

export interface Conversation {
  /** Developer and system messages from anywhere in the conversation. */
  readonly system: readonly SystemText[];
  readonly turns: readonly Turn[];
  /** Number of items so far. */
  readonly items: number;
  /** Number of calls so far; `calls` has those of the turns here, by their id. */
  readonly callCount: number;
  readonly calls: ReadonlyMap<string, Call>;
}

const EMPTY: Conversation = { system: [], turns: [], items: 0, callCount: 0, calls: new Map() };

/**
 * Returns a conversation as user, assistant and tool turns. Adjacent items of one role form one turn, which keeps the
 * calls of one response together. An output without a call becomes a user turn. Items of hosted tools are left out.
 */
export function conversationOf(prompt: Prompt, tools: ToolSet): Conversation {
  return extendConversation(EMPTY, itemsOf(prompt.tip), tools);
}

/** Returns the conversation with further items appended. */
export function extendConversation(
  conversation: Conversation,
  items: readonly PromptItem[],
  tools: ToolSet,
): Conversation {
  const reader = new ItemReader(conversation, tools);
  for (const item of items) reader.read(item);
  return reader.conversation;
}

class ItemReader {
  readonly #tools: ToolSet;
  readonly #system: SystemText[];
  readonly #turns: Turn[];
  readonly #calls: Map<string, Call>;
  /**
   * The calls of the last turn, if this reader created the array: those of earlier conversations must not be changed.
   */
  #lastCalls: Call[] | null = null;
  #items: number;
  #callCount: number;

  constructor({ system, turns, items, callCount, calls }: Conversation, tools: ToolSet) {
    this.#tools = tools;
    this.#system = [...system];
    this.#turns = [...turns];
    this.#calls = new Map(calls);
    this.#items = items;
    this.#callCount = callCount;
  }

  get conversation(): Conversation {
    return {
      system: this.#system,
      turns: this.#turns,
      items: this.#items,
      callCount: this.#callCount,
      calls: this.#calls,
    };
  }

  read(item: PromptItem): void {
    const ordinal = this.#items++;
    if (isMessage(item) && (item.role === "developer" || item.role === "system")) {
      this.#system.push({ text: contentText(item.content), item: ordinal });
      return;
    }
    const turn = this.#turnOf(item, ordinal);
    if (turn) this.#append(turn);
  }

  #append(turn: Turn): void {
    const last = this.#turns.at(-1);
    if (last?.role === "assistant" && turn.role === "assistant") {
      // Appended instead of copied: one response may have any number of calls.
      this.#lastCalls ??= [...last.calls];
      for (const call of turn.calls) this.#lastCalls.push(call);
      this.#turns[this.#turns.length - 1] = joinAnswers(last, turn, this.#lastCalls);
      return;
    }
    this.#lastCalls = null;
    if (last?.role === "user" && turn.role === "user") {
      const text = joinParagraphs(last.text, turn.text);
      this.#turns[this.#turns.length - 1] = { ...last, text, item: last.text ? last.item : turn.item };
    } else this.#turns.push(turn);
  }

  #turnOf(item: PromptItem, ordinal: number): Turn | null {
    if (isMessage(item)) {
      const text = contentText(item.content);
      if (item.role !== "assistant") return { role: "user", text, item: ordinal };
      return { ...silent(ordinal), text, isCut: "status" in item && item.status === "incomplete" };
    }
    switch (item.type) {
      case "reasoning":
        return { ...silent(ordinal), reasoning: reasoningText(item) };
      case "function_call": {
        const name = this.#tools.nameOf(item.name, item.namespace ?? undefined);
        return this.#call(ordinal, item.call_id, { name, arguments: item.arguments, field: "arguments" });
      }
      case "custom_tool_call":
        return this.#call(ordinal, item.call_id, {
          name: this.#tools.nameOf(item.name),
          arguments: argumentsOfInput(item.input),
          field: "input",
        });
      case "function_call_output":
      case "custom_tool_call_output": {
        const call = this.#calls.get(item.call_id);
        const text = contentText(item.output);
        if (call) return { role: "tool", call, text, item: ordinal };
        return { role: "user", text: `Output of a tool:\n${text}`, item: ordinal };
      }
      default:
        return null;
    }
  }

  #call(item: number, id: string, told: Pick<Call, "name" | "arguments" | "field">): AssistantTurn {
    const ordinal = this.#calls.get(id)?.ordinal ?? ++this.#callCount;
    const call: Call = { ...told, id, ordinal, item };
    this.#calls.set(id, call);
    return { ...silent(item), calls: [call] };
  }
}

/** Creates an empty assistant turn. */
function silent(item: number): AssistantTurn {
  return { role: "assistant", text: "", reasoning: "", calls: [], item, reasoningItem: item, isCut: false };
}

/** Clients may send reasoning back with only a summary, or empty. */
function reasoningText({ content, summary }: Reasoning): string {
  const texts = content && content.length > 0 ? content : summary;
  return texts.map(({ text }) => text).join("\n\n");
}

function joinAnswers(last: AssistantTurn, turn: AssistantTurn, calls: readonly Call[]): AssistantTurn {
  return {
    role: "assistant",
    text: joinParagraphs(last.text, turn.text),
    reasoning: joinParagraphs(last.reasoning, turn.reasoning),
    calls,
    item: last.text ? last.item : turn.item,
    reasoningItem: last.reasoning ? last.reasoningItem : turn.reasoningItem,
    isCut: last.isCut || turn.isCut,
  };
}

function joinParagraphs(first: string, second: string): string {
  return first && second ? `${first}\n\n${second}` : first || second;
}
