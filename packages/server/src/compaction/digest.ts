import type { PromptItem } from "@flint/engine";

const ITEM_CHARACTERS = 2_000;
const DIGEST_CHARACTERS = 16_000;

/**
 * A conversation cut down without a model's help: the beginning of each item, of the latest items. It serves where the
 * model cannot write a summary.
 */
export function digestOf(items: readonly PromptItem[]): string {
  const lines: string[] = [];
  let room = DIGEST_CHARACTERS;
  for (const item of items.toReversed()) {
    const text = lineOf(item);
    if (text === null) continue;
    const line = text.length > ITEM_CHARACTERS ? `${text.slice(0, ITEM_CHARACTERS)} […]` : text;
    room -= line.length;
    if (room < 0) {
      lines.unshift("[…]");
      break;
    }
    lines.unshift(line);
  }
  return lines.join("\n\n");
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
