import type { PromptItem, PromptLink } from "@flint/engine";
import { apiError, type InputItem } from "@flint/protocol";

/**
 * The input with the items that it refers to in their place. One that the conversation has already is left out, since
 * the model reads it there. Throws `item_not_found`.
 */
export function withReferences(
  input: readonly InputItem[],
  tip: PromptLink | null,
  find: (id: string) => PromptItem | undefined,
): readonly PromptItem[] {
  if (!input.some(({ type }) => type === "item_reference")) return input;
  return input.flatMap((item, at): PromptItem[] => {
    if (item.type !== "item_reference") return [item];
    if (isIn(tip, item.id)) return [];
    const found = find(item.id);
    if (found !== undefined) return [found];
    const path = `input[${at}].id`;
    const message = `\`${path}\`: there is no item \`${item.id}\` in this conversation nor among the latest stored ones: send the item itself`;
    throw apiError("item_not_found", message, path);
  });
}

function isIn(tip: PromptLink | null, id: string): boolean {
  for (let link = tip; link !== null; link = link.parent) {
    if (link.items.some((item) => "id" in item && item.id === id)) return true;
  }
  return false;
}
