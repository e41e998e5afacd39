import type { PromptItem } from "@flint/engine";

const ITEM_BYTES = 2_000;
const DIGEST_BYTES = 16_000;

/**
 * Shortens a conversation without a model, for when the model cannot write a summary: returns the beginning of each of
 * the latest items, within `room` bytes.
 */
export function digestOf(items: readonly PromptItem[], room = DIGEST_BYTES): string {
  const lines: string[] = [];
  let left = Math.min(room, DIGEST_BYTES);
  for (const item of items.toReversed()) {
    const text = lineOf(item);
    if (text === null) continue;
    if (left <= 0) {
      lines.unshift("[…]");
      break;
    }
    const line = beginningOf(text, Math.min(ITEM_BYTES, left));
    left -= Buffer.byteLength(line);
    lines.unshift(line);
  }
  return lines.join("\n\n");
}

function beginningOf(text: string, bytes: number): string {
  const encoded = Buffer.from(text);
  if (encoded.length <= bytes) return text;
  // With `stream`, the decoder omits a character that was cut in half.
  return `${new TextDecoder().decode(encoded.subarray(0, bytes), { stream: true })} […]`;
}

function lineOf(item: PromptItem): string | null {
  if ("role" in item && "content" in item) return `${item.role}: ${textOf(item.content)}`;
  switch (item.type) {
    case "function_call":
      return `called ${item.name}: ${item.arguments}`;
    case "custom_tool_call":
      return `called ${item.name}: ${item.input}`;
    case "function_call_output":
    case "custom_tool_call_output":
      return `output: ${textOf(item.output)}`;
    default:
      return null;
  }
}

type Content = Extract<PromptItem, { role: unknown }>["content"];

function textOf(content: Content): string {
  if (typeof content === "string") return content;
  return content
    .map((part) => ("text" in part ? part.text : part.type === "refusal" ? part.refusal : `[${part.type}]`))
    .join("\n");
}
