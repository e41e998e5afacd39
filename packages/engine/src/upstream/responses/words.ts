import { type Json, recordOf } from "../usage.ts";

/** Returns the content of an answer's item, to recognize it as later input with another id; null if it has none. */
export function contentKeyOf(item: Json): string | null {
  switch (item.type ?? "message") {
    case "message":
      return contentKey("message", [item.role], textIn(item.content));
    case "reasoning":
      return contentKey("reasoning", [], textIn(item.content) || textIn(item.summary, "\n\n"));
    case "function_call":
      return JSON.stringify([item.type, item.call_id, item.namespace ?? null, item.name, item.arguments]);
    case "custom_tool_call":
      return JSON.stringify([item.type, item.call_id, item.name, item.input]);
    default:
      return JSON.stringify(item);
  }
}

function contentKey(type: string, traits: readonly unknown[], text: string): string | null {
  return text === "" ? null : JSON.stringify([type, ...traits, text]);
}

function textIn(content: unknown, between = ""): string {
  if (typeof content === "string") return content;
  if (!Array.isArray(content)) return "";
  return content
    .map(recordOf)
    .map(({ text, refusal }) => text ?? refusal ?? "")
    .join(between);
}
