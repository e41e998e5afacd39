import { EngineError, type Prompt } from "../contract/index.ts";
import { formGrammar } from "./constraint/index.ts";
import { contentText, isMessage, itemsOf } from "./conversation.ts";
import { splitFence } from "./fence.ts";
import type { AnswerReading, OutputParser, ParsedText, PromptFormat, PromptText } from "./format.ts";

/** The control tokens that the model was trained with. */
export const NANO_TOKENS = ["<|user|>", "<|code|>", "<|assistant|>", "<|end|>"] as const;

/**
 * The bundled edit model's format: one instruction, one piece of code, answered by the whole edited code.
 *
 * A conversation is brought down to that pair. The code is the first fenced block of the latest user message that
 * has one, or the latest finished answer to it; the instruction is the user text that came with it or after it.
 * After an unfinished answer the code stays and the instruction grows. System messages and tools are not read.
 */
export const nanoFormat: PromptFormat = {
  id: "nano",
  stop: [],
  tags: [],
  render: (prompt) => ({ kept: 0, text: renderNano(prompt), reading: READING }),
};

function renderNano(prompt: Prompt): PromptText {
  const { code, instruction } = editOf(prompt);
  if (code === null) {
    throw new EngineError(
      "prompt_unsupported",
      "the bundled model edits code: put the code in a fenced block, or use another model: flint models",
    );
  }
  if (instruction === "") {
    throw new EngineError(
      "prompt_unsupported",
      "the bundled model needs an instruction beside the code: say what to change",
    );
  }
  return [
    { text: "<|user|>", special: true },
    { text: instruction, special: false },
    { text: "<|code|>", special: true },
    { text: code, special: false },
    { text: "<|assistant|>", special: true },
  ];
}

interface Edit {
  readonly code: string | null;
  readonly instruction: string;
}

function editOf(prompt: Prompt): Edit {
  let edit: Edit = { code: null, instruction: "" };
  for (const item of itemsOf(prompt.tip)) {
    if (!isMessage(item)) continue;
    if (item.role === "user") edit = asked(edit, contentText(item.content));
    else if (item.role === "assistant" && item.status !== "incomplete") {
      edit = answered(edit, contentText(item.content));
    }
  }
  return edit;
}

function asked(edit: Edit, text: string): Edit {
  const fenced = splitFence(text);
  if (fenced) return { code: fenced.code, instruction: fenced.rest };
  return { code: edit.code, instruction: joinInstructions(edit.instruction, text.trim()) };
}

/** A finished answer is the code that the next instruction is about. Prose is no code where none was asked about. */
function answered(edit: Edit, text: string): Edit {
  const code = splitFence(text)?.code ?? (edit.code === null ? null : text);
  return code === null || code.trim() === "" ? edit : { code, instruction: "" };
}

function joinInstructions(earlier: string, later: string): string {
  if (earlier === "" || later === "") return earlier || later;
  return /[.!?]$/.test(earlier) ? `${earlier} ${later}` : `${earlier}. ${later}`;
}

const READING: AnswerReading = {
  parser: () => new CodeParser(),
  held(format) {
    const grammar = formGrammar(format);
    return grammar === null ? null : { grammar, parser: new CodeParser() };
  },
  maxCalls: Number.POSITIVE_INFINITY,
};

/** The model answers with raw code and nothing else. */
class CodeParser implements OutputParser {
  push(text: string): ParsedText[] {
    return text === "" ? [] : [{ index: 0, part: { type: "text" }, text }];
  }

  end(): ParsedText[] {
    return [];
  }
}
