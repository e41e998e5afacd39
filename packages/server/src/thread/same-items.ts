import { createHash } from "node:crypto";
import type { PromptItem } from "@flint/engine";
import type { InputMessage, OutputMessage } from "@flint/protocol";

/** Each item is hashed once, however often it is compared. */
const fingerprints = new WeakMap<PromptItem, string>();

/** Whether `items` start with `beginning`, compared by content. */
export function startsWithItems(items: readonly PromptItem[], beginning: readonly PromptItem[]): boolean {
  if (items.length < beginning.length) return false;
  return beginning.every((item, at) => {
    const other = items[at];
    return other !== undefined && fingerprintOf(item) === fingerprintOf(other);
  });
}

function fingerprintOf(item: PromptItem): string {
  const known = fingerprints.get(item);
  if (known !== undefined) return known;
  const said = JSON.stringify(item.type === "message" || item.type === undefined ? saidBy(item) : item);
  const fingerprint = createHash("sha256").update(said).digest("base64");
  fingerprints.set(item, fingerprint);
  return fingerprint;
}

/**
 * Returns a message's content independent of its form: it may be sent as a plain text, as an item, or as an item with
 * parts.
 */
function saidBy({ role, phase, content }: InputMessage | OutputMessage): unknown {
  const parts = typeof content === "string" ? [content] : content;
  const texts = parts.map((part) => (typeof part !== "string" && "text" in part ? part.text : part));
  return [role, phase ?? null, texts];
}
