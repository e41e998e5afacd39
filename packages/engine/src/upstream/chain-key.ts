import { createHash, randomUUID } from "node:crypto";
import type { PromptItem, PromptLink } from "../contract/index.ts";
import { itemsOf } from "../prompt/index.ts";

const keys = new WeakMap<PromptLink, string>();

/**
 * A conversation's name for routers and caches: the same for all its turns, also where a client sends it whole each time.
 * It comes from how the conversation begins, up to what the user says first.
 */
export function chainKeyOf(tip: PromptLink): string {
  const root = rootOf(tip);
  const known = keys.get(root);
  if (known !== undefined) return known;
  const items = itemsOf(tip);
  const place = items.findIndex(isUser);
  // Nothing tells it from others yet, and nothing is asked of it either.
  if (place === -1) return randomUUID();
  const begin = JSON.stringify(items.slice(0, place + 1));
  const key = createHash("sha256").update(begin).digest("hex").slice(0, 32);
  keys.set(root, key);
  return key;
}

function rootOf(tip: PromptLink): PromptLink {
  let link = tip;
  while (link.parent !== null) link = link.parent;
  return link;
}

function isUser(item: PromptItem): boolean {
  return "role" in item && item.role === "user";
}
