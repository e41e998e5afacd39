import type { Prompt, PromptItem } from "../../contract/index.ts";
import { contentText, isMessage, itemsOf } from "../conversation.ts";
import { splitFence } from "../fence.ts";

/** What a conversation comes down to. */
export interface Edit {
  /** Null where there is none. */
  readonly code: string | null;
  /** Empty where there is none. */
  readonly instruction: string;
  /** As the code's fence names it; empty where it names none. */
  readonly language: string;
}

/**
 * The code and what to do with it. The code is the first fenced block of the latest user message that has one, or the
 * latest finished answer to it; the instruction is the user text that came with it or after it. After an unfinished
 * answer the code stays and the instruction grows; what was declined is not asked again.
 */
export function editOf(prompt: Prompt): Edit {
  let edit: Edit = { code: null, instruction: "", language: "" };
  for (const item of itemsOf(prompt.tip)) {
    if (!isMessage(item)) continue;
    if (item.role === "user") edit = asked(edit, contentText(item.content));
    else if (item.role === "assistant" && item.status !== "incomplete") {
      edit = isRefusal(item) ? { ...edit, instruction: "" } : answered(edit, contentText(item.content));
    }
  }
  return edit;
}

function asked(edit: Edit, text: string): Edit {
  const fenced = splitFence(text);
  if (fenced) return { code: fenced.code, instruction: fenced.rest, language: fenced.language };
  return { ...edit, instruction: joinInstructions(edit.instruction, text.trim()) };
}

/** A finished answer is the code that the next instruction is about. Prose is no code where none was asked about. */
function answered(edit: Edit, text: string): Edit {
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
