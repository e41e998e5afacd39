import { createHash, randomUUID } from "node:crypto";
import type { PromptItem, PromptLink } from "../contract/index.ts";
import { itemsOf } from "../prompt/index.ts";

const keys = new WeakMap<PromptLink, string>();

/**
 * Returns a conversation's key for routers and caches. It is the same for all turns, even if the client resends the whole
 * conversation each time, because it is derived from the beginning, up to the first user message. Different users have
 * different keys, even if they begin alike.
 */
export function chainKeyOf(tip: PromptLink, user: string | null): string {
  const key = beginKeyOf(tip);
  return user === null ? key : hashOf(`${user}\n${key}`);
}

function beginKeyOf(tip: PromptLink): string {
  const root = rootOf(tip);
  const known = keys.get(root);
  if (known !== undefined) return known;
  const items = itemsOf(tip);
  const place = items.findIndex(isUser);
  // Without a user message, nothing distinguishes the conversation yet.
  if (place === -1) return randomUUID();
  const begin = JSON.stringify(items.slice(0, place + 1));
  const key = hashOf(begin);
  keys.set(root, key);
  return key;
}

function hashOf(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 32);
}

function rootOf(tip: PromptLink): PromptLink {
  let link = tip;
  while (link.parent !== null) link = link.parent;
  return link;
}

function isUser(item: PromptItem): boolean {
  return "role" in item && item.role === "user";
}
