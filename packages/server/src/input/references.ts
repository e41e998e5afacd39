import type { PromptItem, PromptLink } from "@flint/engine";
import { apiError, type InputItem } from "@flint/protocol";

export interface ReferenceContext {
  /** The conversation that the input continues; null for a new one. */
  readonly tip: PromptLink | null;
  /** Maximum number of items that one request may reference. */
  readonly limit: number;
  /** Finds output items of stored responses. */
  find(ids: readonly string[]): Promise<ReadonlyMap<string, PromptItem>>;
}

/**
 * Replaces references in the input by the items themselves. Those already in the conversation are left out, because the
 * model reads them there. Rejects with ApiError `item_not_found` or `array_above_max_length`.
 */
export async function withReferences(
  input: readonly InputItem[],
  { tip, limit, find }: ReferenceContext,
): Promise<readonly PromptItem[]> {
  const ids = new Set(input.flatMap((item) => (item.type === "item_reference" ? [item.id] : [])));
  if (ids.size === 0) return input;
  if (ids.size > limit) {
    const message = `\`input\`: expected at most ${limit} different item_references, got ${ids.size}: send the items, or continue their response`;
    throw apiError("array_above_max_length", message, "input");
  }
  const known = idsOf(tip);
  const found = await find([...ids].filter((id) => !known.has(id)));
  return input.flatMap((item, at): PromptItem[] => {
    if (item.type !== "item_reference") return [item];
    if (known.has(item.id)) return [];
    const kept = found.get(item.id);
    if (kept !== undefined) return [kept];
    const path = `input[${at}].id`;
    const message = `\`${path}\`: there is no item \`${item.id}\` in this conversation or in a stored response: send the item itself`;
    throw apiError("item_not_found", message, path);
  });
}

function idsOf(tip: PromptLink | null): ReadonlySet<unknown> {
  const ids = new Set<unknown>();
  for (let link = tip; link !== null; link = link.parent) {
    for (const item of link.items) if ("id" in item && item.id != null) ids.add(item.id);
  }
  return ids;
}
