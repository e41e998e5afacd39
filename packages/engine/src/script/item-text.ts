import type { FunctionCallOutput, MessageContent } from "@flint/protocol";
import type { Part, PromptItem } from "../contract/index.ts";

/** Renders an item for the scripted model: a heading line, then its text. */
export function itemText(item: PromptItem): string {
  return `${heading(item)}\n${bodyText(item)}`;
}

/** Renders an output part the way its item will be rendered in the next prompt. */
export function partText(part: Part, text: string): string {
  return `${headingOf(part)}\n${text}`;
}

function headingOf(part: Part): string {
  if (part.type === "text" || part.type === "refusal") return "assistant";
  return part.type === "reasoning" ? part.type : part.name;
}

/** Whether the item is a model's output. Everything else is input. */
export function isOutput(item: PromptItem): boolean {
  if (!("type" in item) || item.type === undefined || item.type === "message") {
    return "role" in item && item.role === "assistant";
  }
  return item.type === "function_call" || item.type === "custom_tool_call" || item.type === "reasoning";
}

/** Returns an item's text; for unknown types, its JSON. */
export function bodyText(item: PromptItem): string {
  if ("content" in item && "role" in item) return contentText(item.content);
  switch (item.type) {
    case "function_call":
      return item.arguments;
    case "custom_tool_call":
      return item.input;
    case "function_call_output":
    case "custom_tool_call_output":
      return contentText(item.output);
    case "reasoning":
      return (item.content?.length ? item.content : item.summary).map(({ text }) => text).join("\n");
    default:
      return JSON.stringify(item);
  }
}

function heading(item: PromptItem): string {
  if ("role" in item) return item.role;
  if (item.type === "function_call" || item.type === "custom_tool_call") return item.name;
  return item.type;
}

function contentText(content: string | readonly MessageContent[] | FunctionCallOutput["output"]): string {
  if (typeof content === "string") return content;
  return content
    .map((part) => ("text" in part ? part.text : "refusal" in part ? part.refusal : `[${part.type}]`))
    .join("\n");
}
