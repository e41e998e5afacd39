import type { Prompt, PromptItem } from "../../contract/index.ts";
import { contentText, isMessage, itemsOf } from "../conversation.ts";
import { splitFence } from "../fence.ts";

/** The edit that a conversation asks for. */
export interface Edit {
  /** Null if there is none. */
  readonly code: string | null;
  /** Empty if there is none. */
  readonly instruction: string;
  /** The language named by the code's fence; empty if it names none. */
  readonly language: string;
}

/**
 * Returns the code and the instruction. The code is the first fenced block of the latest user message that has one,
 * or the latest completed answer to it; the instruction is the user text since then. After an incomplete answer, the
 * code stays and the instruction grows. A refusal clears the instruction.
 */
export function editOf(prompt: Prompt): Edit {
  let edit: Edit = { code: null, instruction: "", language: "" };
  for (const item of itemsOf(prompt.tip)) {
    if (!isMessage(item)) continue;
    if (item.role === "user") edit = withUserText(edit, contentText(item.content));
    else if (item.role === "assistant" && item.status !== "incomplete") {
      edit = isRefusal(item) ? { ...edit, instruction: "" } : withAnswer(edit, contentText(item.content));
    }
  }
  return edit;
}

function withUserText(edit: Edit, text: string): Edit {
  const fenced = splitFence(text);
  if (fenced) return { code: fenced.code, instruction: fenced.rest, language: fenced.language };
  return { ...edit, instruction: joinInstructions(edit.instruction, text.trim()) };
}

/**
 * A completed answer is the code that the next instruction refers to. Prose counts as code only if there was code
 * before.
 */
function withAnswer(edit: Edit, text: string): Edit {
  const code = splitFence(text)?.code ?? (edit.code === null ? null : text);
  return code === null || code.trim() === "" ? edit : { ...edit, code, instruction: "" };
}

function isRefusal({ content }: Extract<PromptItem, { content: unknown; role: unknown }>): boolean {
  return typeof content !== "string" && content.some(({ type }) => type === "refusal");
}

function joinInstructions(earlier: string, later: string): string {
  if (earlier === "" || later === "") return earlier || later;
  return /[.!?]$/.test(earlier) ? `${earlier} ${later}` : `${earlier}. ${later}`;
}
