import type { Reasoning } from "@flint/protocol";
import type { Prompt, PromptItem } from "../contract/index.ts";
import { contentText, isMessage, itemsOf } from "./conversation.ts";
import { argumentsOfInput, type ToolSet } from "./tools/index.ts";

/** A call of an earlier answer. */
export interface Call {
  readonly id: string;
  /** What the model calls the tool. */
  readonly name: string;
  /** JSON, or what the model wrote in its place. */
  readonly arguments: string;
}

export interface UserTurn {
  readonly role: "user";
  readonly text: string;
}

export interface AssistantTurn {
  readonly role: "assistant";
  readonly text: string;
  readonly reasoning: string;
  readonly calls: readonly Call[];
}

/** What a call gave. */
export interface ToolTurn {
  readonly role: "tool";
  readonly call: Call;
  readonly text: string;
}

export type Turn = UserTurn | AssistantTurn | ToolTurn;

export interface Conversation {
  /** Instructions first, then every developer and system message. */
  readonly system: readonly string[];
  readonly turns: readonly Turn[];
}

/**
 * A conversation as users, assistants and tools by turns. Neighbours of one role are one turn, so that the calls of one
 * answer stand together. An output that answers no call is told by the user. Items of hosted tools are left out.
 */
export function conversationOf(prompt: Prompt, tools: ToolSet): Conversation {
  const system = prompt.instructions ? [prompt.instructions] : [];
  const turns: Turn[] = [];
  const calls = new Map<string, Call>();
  for (const item of itemsOf(prompt.tip)) {
    if (isMessage(item) && (item.role === "developer" || item.role === "system")) {
      system.push(contentText(item.content));
      continue;
    }
    const turn = turnOf(item, calls, tools);
    if (turn) append(turns, turn);
  }
  return { system, turns };
}

function turnOf(item: PromptItem, calls: Map<string, Call>, tools: ToolSet): Turn | null {
  if (isMessage(item)) {
    const text = contentText(item.content);
    return item.role === "assistant" ? { ...NOTHING_SAID, text } : { role: "user", text };
  }
  switch (item.type) {
    case "reasoning":
      return { ...NOTHING_SAID, reasoning: reasoningText(item) };
    case "function_call":
    case "custom_tool_call": {
      const isFunction = item.type === "function_call";
      const call: Call = {
        id: item.call_id,
        name: isFunction ? tools.nameOf(item.name, item.namespace) : tools.nameOf(item.name),
        arguments: isFunction ? item.arguments : argumentsOfInput(item.input),
      };
      calls.set(call.id, call);
      return { ...NOTHING_SAID, calls: [call] };
    }
    case "function_call_output":
    case "custom_tool_call_output": {
      const call = calls.get(item.call_id);
      const text = contentText(item.output);
      return call ? { role: "tool", call, text } : { role: "user", text: `Output of a tool:\n${text}` };
    }
    default:
      return null;
  }
}

const NOTHING_SAID: AssistantTurn = { role: "assistant", text: "", reasoning: "", calls: [] };

/** Clients may send reasoning back with a summary alone, or with nothing in it. */
function reasoningText({ content, summary }: Reasoning): string {
  const texts = content && content.length > 0 ? content : summary;
  return texts.map(({ text }) => text).join("\n\n");
}

function append(turns: Turn[], turn: Turn): void {
  const last = turns.at(-1);
  const place = turns.length - 1;
  if (last?.role === "user" && turn.role === "user") {
    turns[place] = { role: "user", text: joined(last.text, turn.text) };
  } else if (last?.role === "assistant" && turn.role === "assistant") {
    turns[place] = {
      role: "assistant",
      text: joined(last.text, turn.text),
      reasoning: joined(last.reasoning, turn.reasoning),
      calls: [...last.calls, ...turn.calls],
    };
  } else turns.push(turn);
}

function joined(first: string, second: string): string {
  return first && second ? `${first}\n\n${second}` : first || second;
}
