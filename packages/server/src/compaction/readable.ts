import type { PromptItem, PromptLink } from "@flint/engine";
import type { Compaction, InputMessage } from "@flint/protocol";
import type { Seal } from "../seal/index.ts";
import { keptMessages } from "./kept-messages.ts";

/** For each context length, maps links to the links that models read instead. Most map to themselves. */
const readables = new Map<number, WeakMap<PromptLink, PromptLink>>();

/** Thrown if the server cannot read a compaction in the conversation, for example one encrypted with another key. */
export class UnreadableCompaction extends Error {
  override readonly name = "UnreadableCompaction";
}

/** What a conversation is read with. */
export interface ReadContext {
  readonly seal: Seal;
  readonly contextLength: number;
}

/**
 * Returns the conversation as models read it: compactions become their summaries, and one made on request replaces
 * everything before it. Results are cached by link, and a continuation processes only its new links. Throws
 * {@link UnreadableCompaction}.
 */
export function readableTip(tip: PromptLink, reading: ReadContext): PromptLink {
  const readable = cacheFor(reading);
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

/** Returns whether the request asks to compact the conversation rather than answer it. */
export function asksForCompaction(items: readonly PromptItem[]): boolean {
  return items.at(-1)?.type === "compaction_trigger";
}

/** Returns the items of a conversation, oldest first. */
export function itemsOf(tip: PromptLink | null): PromptItem[] {
  const links: PromptLink[] = [];
  for (let link = tip; link !== null; link = link.parent) links.push(link);
  return links.reverse().flatMap(({ items }) => items);
}

function cacheFor({ contextLength }: ReadContext): WeakMap<PromptLink, PromptLink> {
  const known = readables.get(contextLength);
  if (known !== undefined) return known;
  const readable = new WeakMap<PromptLink, PromptLink>();
  readables.set(contextLength, readable);
  return readable;
}

function read(link: PromptLink, parent: PromptLink | null, { seal, contextLength }: ReadContext): PromptLink {
  const { items } = link;
  const at = requestedCompactionIndex(link);
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
 * Returns the index of the latest compaction made on request, or -1. Its trigger is the item before it, or the last
 * item of the parent link. Both can be in one link because stores merge links.
 */
function requestedCompactionIndex({ parent, items }: PromptLink): number {
  const before = (at: number) => (at > 0 ? items[at - 1] : parent?.items.at(-1));
  return items.findLastIndex(
    ({ type }, at) => type === "compaction" && before(at)?.type === "compaction_trigger",
  );
}

/** Decrypts the summary in a compaction; null if the server cannot read it. */
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
