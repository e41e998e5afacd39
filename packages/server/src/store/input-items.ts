import type { InputItem } from "@flint/protocol";
import type { ItemPage, ItemPageRequest, ListedItem } from "./store.ts";

const prefixes: Record<string, string> = {
  message: "msg",
  function_call: "fc",
  custom_tool_call: "ctc",
  reasoning: "rs",
};

/** Returns items as they are listed. Items without an id get one derived from the response's id and their position. */
export function listItems(responseId: string, items: readonly InputItem[]): ListedItem[] {
  const root = responseId.slice(responseId.indexOf("_") + 1);
  return items.map((item, at): ListedItem => {
    const type = item.type ?? "message";
    const id =
      "id" in item && item.id != null
        ? item.id
        : `${prefixes[type] ?? "item"}_${root}${at.toString(16).padStart(4, "0")}`;
    if (!("role" in item)) return { ...item, id };
    const { role, content } = item;
    const parts =
      typeof content === "string"
        ? [{ type: role === "assistant" ? ("output_text" as const) : ("input_text" as const), text: content }]
        : content;
    return { ...item, type: "message", id, status: item.status ?? "completed", content: parts };
  });
}

/** Returns a page of items, or `unknown_item` if `after` is not the id of any. */
export function pageOf(
  items: readonly ListedItem[],
  { limit, order, after }: ItemPageRequest,
): ItemPage | "unknown_item" {
  const ordered = order === "asc" ? items : items.toReversed();
  const from = after === undefined ? 0 : ordered.findIndex(({ id }) => id === after) + 1;
  if (after !== undefined && from === 0) return "unknown_item";
  return { items: ordered.slice(from, from + limit), hasMore: from + limit < ordered.length };
}
