import type { FunctionCallOutput, InputMessage, OutputMessage } from "@flint/protocol";
import { EngineError, type PromptItem, type PromptLink } from "../contract/index.ts";

type Message = InputMessage | OutputMessage;
type ContentPart = Exclude<Message["content"], string>[number];

/** Returns the items of a conversation, oldest first. */
export function itemsOf(tip: PromptLink): PromptItem[] {
  const links: PromptLink[] = [];
  for (let link: PromptLink | null = tip; link; link = link.parent) links.push(link);
  return links.reverse().flatMap((link) => link.items);
}

/** Returns the items added to a conversation after `earlier`; null if it does not continue from there. */
export function itemsSince(earlier: PromptLink, tip: PromptLink): PromptItem[] | null {
  const links: PromptLink[] = [];
  for (let link: PromptLink | null = tip; link !== earlier; link = link.parent) {
    if (!link) return null;
    links.push(link);
  }
  return links.reverse().flatMap((link) => link.items);
}

/** The `type` of a message is optional. */
export function isMessage(item: PromptItem): item is Message {
  return !("type" in item) || item.type === undefined || item.type === "message";
}

/** Returns the text of the content, one part per line. Throws `prompt_unsupported` for parts that are not text. */
export function contentText(content: Message["content"] | FunctionCallOutput["output"]): string {
  return typeof content === "string" ? content : content.map(partText).join("\n");
}

function partText(part: ContentPart): string {
  switch (part.type) {
    case "input_text":
    case "output_text":
      return part.text;
    case "refusal":
      return part.refusal;
    case "input_image":
      throw unreadable("an image");
    case "input_file":
      throw unreadable(part.filename ? `the file ${part.filename}` : "a file");
  }
}

function unreadable(what: string): EngineError {
  return new EngineError(
    "prompt_unsupported",
    `the model reads text only and cannot read ${what}: send its text instead`,
  );
}
