import type { FunctionCallOutput, InputMessage, OutputMessage } from "@flint/protocol";
import { EngineError, type PromptItem, type PromptLink } from "../contract/index.ts";

type Message = InputMessage | OutputMessage;
type ContentPart = Exclude<Message["content"], string>[number];

/** The items of a conversation, oldest first. */
export function itemsOf(tip: PromptLink): PromptItem[] {
  const links: PromptLink[] = [];
  for (let link: PromptLink | null = tip; link; link = link.parent) links.push(link);
  return links.reverse().flatMap((link) => link.items);
}

/** The items that a conversation has gained since it stood at `earlier`; null where it does not go on from there. */
export function itemsSince(earlier: PromptLink, tip: PromptLink): PromptItem[] | null {
  const links: PromptLink[] = [];
  for (let link: PromptLink | null = tip; link !== earlier; link = link.parent) {
    if (!link) return null;
    links.push(link);
  }
  return links.reverse().flatMap((link) => link.items);
}

/** Messages may come without a `type`. */
export function isMessage(item: PromptItem): item is Message {
  return !("type" in item) || item.type === undefined || item.type === "message";
}

/** Parts stand on lines of their own. Throws `prompt_unsupported` for what a text model cannot read. */
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
