import type { Prompt, PromptItem } from "../contract/index.ts";
import { contentText, isMessage, itemsOf } from "./conversation.ts";

/** A message as chat templates take it. */
export interface ChatMessage {
  readonly role: "system" | "user" | "assistant";
  readonly content: string;
}

/**
 * A conversation as chat templates expect it: one system message (instructions first, then every developer and
 * system message), after it users and assistants by turns, neighbours of one role joined by a blank line.
 *
 * Tool calls and their outputs become plain text, so that a history made by another model is read whole. Reasoning
 * is left out, as models are trained to see earlier answers only. Items of hosted tools are left out too.
 */
export function chatMessages(prompt: Prompt): ChatMessage[] {
  const system = prompt.instructions ? [prompt.instructions] : [];
  const turns: ChatMessage[] = [];
  const toolNames = new Map<string, string>();

  for (const item of itemsOf(prompt.tip)) {
    const message = chatMessage(item, toolNames);
    if (!message) continue;
    if (message.role === "system") system.push(message.content);
    else append(turns, message);
  }
  return system.length === 0 ? turns : [{ role: "system", content: system.join("\n\n") }, ...turns];
}

/** For templates that know no system role: its text opens the first user message. */
export function withoutSystemRole(messages: readonly ChatMessage[]): ChatMessage[] {
  const [system, ...turns] = messages;
  if (system?.role !== "system") return [...messages];
  const [first, ...later] = turns;
  if (first?.role !== "user") return [{ role: "user", content: system.content }, ...turns];
  return [{ role: "user", content: `${system.content}\n\n${first.content}` }, ...later];
}

function append(turns: ChatMessage[], message: ChatMessage): void {
  const last = turns.at(-1);
  if (last?.role !== message.role) turns.push(message);
  else turns[turns.length - 1] = { role: last.role, content: `${last.content}\n\n${message.content}` };
}

function chatMessage(item: PromptItem, toolNames: Map<string, string>): ChatMessage | null {
  if (isMessage(item)) {
    const role = item.role === "developer" ? "system" : item.role;
    return { role, content: contentText(item.content) };
  }
  switch (item.type) {
    case "function_call":
      toolNames.set(item.call_id, item.name);
      return { role: "assistant", content: `[call ${item.name}]\n${item.arguments}` };
    case "custom_tool_call":
      toolNames.set(item.call_id, item.name);
      return { role: "assistant", content: `[call ${item.name}]\n${item.input}` };
    case "function_call_output":
    case "custom_tool_call_output": {
      const name = toolNames.get(item.call_id) ?? item.call_id;
      return { role: "user", content: `[output of ${name}]\n${contentText(item.output)}` };
    }
    default:
      return null;
  }
}
