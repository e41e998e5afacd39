import type { PromptItem, PromptLink } from "@flint/engine";
import type { InputMessage } from "@flint/protocol";
import { openSummary } from "./content.ts";
import { keptMessages } from "./kept-messages.ts";

/** What models read of each link of a conversation; most read the link itself. */
const readable = new WeakMap<PromptLink, PromptLink>();

/**
 * The conversation as models read it: a compaction is told as its summary, and one that the server made on request
 * stands for all that was before it. The same link gives the same link each time, and a continuation costs its new
 * links only.
 */
export function readableTip(tip: PromptLink): PromptLink {
  const pending: PromptLink[] = [];
  let link: PromptLink | null = tip;
  while (link !== null && !readable.has(link)) {
    pending.push(link);
    link = link.parent;
  }
  let last = link === null ? null : (readable.get(link) ?? null);
  for (const each of pending.reverse()) {
    last = read(each, last);
    readable.set(each, last);
  }
  return last ?? tip;
}

/** Whether the conversation is to be made short, rather than answered. */
export function asksForCompaction(items: readonly PromptItem[]): boolean {
  return items.at(-1)?.type === "compaction_trigger";
}

/** The items of a conversation, oldest first. */
export function itemsOf(tip: PromptLink | null): PromptItem[] {
  const links: PromptLink[] = [];
  for (let link = tip; link !== null; link = link.parent) links.push(link);
  return links.reverse().flatMap(({ items }) => items);
}

function read(link: PromptLink, parent: PromptLink | null): PromptLink {
  const { items } = link;
  const answersTrigger = link.parent !== null && asksForCompaction(link.parent.items);
  if (answersTrigger && items.some(({ type }) => type === "compaction")) {
    return { parent: null, items: [...keptMessages(itemsOf(link.parent)), ...items.flatMap(readItem)] };
  }
  if (!items.some(({ type }) => type === "compaction" || type === "compaction_trigger")) {
    return parent === link.parent ? link : { parent, items };
  }
  return { parent, items: items.flatMap(readItem) };
}

function readItem(item: PromptItem): PromptItem[] {
  if (item.type === "compaction_trigger") return [];
  return item.type === "compaction" ? [summaryMessage(openSummary(item.encrypted_content) ?? "")] : [item];
}

function summaryMessage(summary: string): InputMessage {
  const text = `Summary of our conversation so far, which was made short:\n\n${summary}`;
  return { type: "message", role: "user", content: [{ type: "input_text", text }] };
}
