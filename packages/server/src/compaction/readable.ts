import type { PromptItem, PromptLink } from "@flint/engine";
import type { Compaction, InputMessage } from "@flint/protocol";
import type { Seal } from "../seal/index.ts";
import { keptMessages } from "./kept-messages.ts";

/** What models with a context of that length read of each link of a conversation; most read the link itself. */
const readables = new Map<number, WeakMap<PromptLink, PromptLink>>();

/** A conversation has a compaction that the server cannot read: of another key, for instance. */
export class UnreadableCompaction extends Error {
  override readonly name = "UnreadableCompaction";
}

/** Who reads a conversation. */
export interface Reading {
  readonly seal: Seal;
  readonly contextLength: number;
}

/**
 * The conversation as models read it: a compaction is told as its summary, and one that the server made on request
 * stands for all that was before it. The same link gives the same link each time, and a continuation costs its new
 * links only. Throws {@link UnreadableCompaction}.
 */
export function readableTip(tip: PromptLink, reading: Reading): PromptLink {
  const readable = readableBy(reading);
  const pending: PromptLink[] = [];
  let link: PromptLink | null = tip;
  while (link !== null && !readable.has(link)) {
    pending.push(link);
    link = link.parent;
  }
  let last = link === null ? null : (readable.get(link) ?? null);
  for (const each of pending.reverse()) {
    last = read(each, last, reading);
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

function readableBy({ contextLength }: Reading): WeakMap<PromptLink, PromptLink> {
  const known = readables.get(contextLength);
  if (known !== undefined) return known;
  const readable = new WeakMap<PromptLink, PromptLink>();
  readables.set(contextLength, readable);
  return readable;
}

function read(link: PromptLink, parent: PromptLink | null, { seal, contextLength }: Reading): PromptLink {
  const { items } = link;
  const at = answerIn(link);
  if (at >= 0) {
    const kept = keptMessages([...itemsOf(link.parent), ...items.slice(0, at)], contextLength);
    return { parent: null, items: [...kept, ...items.slice(at).flatMap((item) => readItem(item, seal))] };
  }
  if (!items.some(({ type }) => type === "compaction" || type === "compaction_trigger")) {
    return parent === link.parent ? link : { parent, items };
  }
  return { parent, items: items.flatMap((item) => readItem(item, seal)) };
}

/**
 * Where the latest compaction is that the server made on request; -1 where there is none. The request for it ends the link
 * before, or stands right before it, as where the store has made one link of several.
 */
function answerIn({ parent, items }: PromptLink): number {
  const before = (at: number) => (at > 0 ? items[at - 1] : parent?.items.at(-1));
  return items.findLastIndex(
    ({ type }, at) => type === "compaction" && before(at)?.type === "compaction_trigger",
  );
}

/** The summary that a compaction stands for; null where the server cannot read it. */
export function summaryOf(
  { encrypted_content }: Pick<Compaction, "encrypted_content">,
  seal: Seal,
): string | null {
  return seal.open("compaction", encrypted_content);
}

function readItem(item: PromptItem, seal: Seal): PromptItem[] {
  if (item.type === "compaction_trigger") return [];
  if (item.type !== "compaction") return [item];
  const summary = summaryOf(item, seal);
  if (summary === null) throw new UnreadableCompaction();
  return [summaryMessage(summary)];
}

function summaryMessage(summary: string): InputMessage {
  const text = `Summary of our conversation so far, which was made short:\n\n${summary}`;
  return { type: "message", role: "user", content: [{ type: "input_text", text }] };
}
