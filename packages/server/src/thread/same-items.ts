import { createHash } from "node:crypto";
import type { PromptItem } from "@flint/engine";

/** Each item is read once, against however many conversations it is held. */
const fingerprints = new WeakMap<PromptItem, string>();

/** Whether the items begin with these, by what they say. */
export function beginsWith(items: readonly PromptItem[], beginning: readonly PromptItem[]): boolean {
  if (items.length < beginning.length) return false;
  return beginning.every((item, at) => {
    const other = items[at];
    return other !== undefined && fingerprintOf(item) === fingerprintOf(other);
  });
}

function fingerprintOf(item: PromptItem): string {
  const known = fingerprints.get(item);
  if (known !== undefined) return known;
  const fingerprint = createHash("sha256").update(JSON.stringify(item)).digest("base64");
  fingerprints.set(item, fingerprint);
  return fingerprint;
}
