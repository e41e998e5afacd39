import { EngineError } from "../../contract/index.ts";
import { formatConstraint } from "../constraint/index.ts";
import type { AnswerReading, OutputParser, PromptFormat, PromptText } from "../format.ts";
import { answerGrammarAside } from "../grammar-aside.ts";
import { DeclineReader } from "./decline-reader.ts";
import { type Edit, editOf } from "./edit-of.ts";
import { NumberedLinesReader, numberLines } from "./numbered-lines-reader.ts";
import { RestoringReader } from "./restoring-reader.ts";
import { StandIns } from "./stand-ins.ts";
import { WholeCodeReader } from "./whole-code-reader.ts";

/** The control tokens that all edit models know. */
export const NANO_TOKENS = ["<|user|>", "<|code|>", "<|assistant|>", "<|end|>"] as const;

/** The token by which a model declines an edit; older models do not have it. */
const UNSURE = "<|unsure|>";

/** What an edit model outputs: the whole edited code, or the changed lines. */
const EDIT_FORMATS = ["whole", "lines"] as const;
type EditFormat = (typeof EDIT_FORMATS)[number];

export interface NanoOptions {
  /** The value from the model's file; default `whole`. */
  readonly editFormat?: string;
  /** Where to pull a larger model from that fits this machine; null if none does. */
  readonly otherModel?: string | null;
}

/**
 * The bundled edit model's format: one instruction and one piece of code, answered by the edited code. A conversation
 * is reduced to this pair, see {@link editOf}; system messages and tools are ignored. In both edit formats, the
 * parser outputs the whole edited code, or a refusal if the model declines. Words with non-ASCII characters, which
 * the model was not trained on, are replaced before and restored after, see {@link StandIns}. Throws {@link
 * EngineError} `model_unreadable` for an unknown edit format.
 */
export function nanoFormat(options: NanoOptions = {}): PromptFormat {
  const editFormat = editFormatOf(options.editFormat ?? "whole");
  const otherModel = options.otherModel ?? null;
  return {
    id: "nano",
    stop: [],
    tags: [UNSURE],
    render(prompt) {
      const edit = withStandIns(requireComplete(editOf(prompt), prompt.tools.length > 0, otherModel));
      const refusal = refusalText(edit.language, otherModel);
      return { kept: 0, text: promptText(edit, editFormat), reading: readingOf(edit, editFormat, refusal) };
    },
  };
}

function editFormatOf(name: string): EditFormat {
  const known = EDIT_FORMATS.find((format) => format === name);
  if (known !== undefined) return known;
  throw new EngineError(
    "model_unreadable",
    `the model uses the edit format "${name}", which this version of Flint does not support: install a newer version`,
  );
}

interface CompleteEdit extends Edit {
  readonly code: string;
}

/** `hasTools`: the client is an agent, whose user cannot change how the code is sent. */
function requireComplete(
  { code, instruction, language }: Edit,
  hasTools: boolean,
  otherModel: string | null,
): CompleteEdit {
  if (code === null && hasTools) {
    throw new EngineError(
      "prompt_unsupported",
      `the bundled model only edits code and uses no tools, so it cannot act as an agent: use another model, ${
        otherModel === null ? "see flint models" : `such as flint pull ${otherModel}`
      }`,
    );
  }
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
  return { code, instruction, language };
}

interface ReadableEdit extends CompleteEdit {
  /** Null if the model gets the original words. */
  readonly standIns: StandIns | null;
}

function withStandIns(edit: CompleteEdit): ReadableEdit {
  const { code, instruction } = edit;
  const standIns = StandIns.of(code, instruction);
  if (standIns === null) return { ...edit, standIns };
  const inInstruction = standIns.inInstruction(instruction, code);
  return { ...edit, code: standIns.inCode(code), instruction: inInstruction, standIns };
}

function promptText({ code, instruction }: CompleteEdit, editFormat: EditFormat): PromptText {
  return [
    { text: "<|user|>", special: true },
    { text: instruction, special: false },
    { text: "<|code|>", special: true },
    { text: editFormat === "lines" ? numberLines(code) : code, special: false },
    { text: "<|assistant|>", special: true },
  ];
}

function readingOf({ code, standIns }: ReadableEdit, editFormat: EditFormat, refusal: string): AnswerReading {
  const restoring = (reader: OutputParser): OutputParser =>
    standIns === null ? reader : new RestoringReader(reader, standIns);
  const parser = (): OutputParser => {
    const reader = editFormat === "lines" ? new NumberedLinesReader(code) : new WholeCodeReader();
    return restoring(new DeclineReader(reader, { tag: UNSURE, isInCode: code.includes(UNSURE), refusal }));
  };
  // Every line of the output in `lines` format begins like the numbered line it replaces.
  const draft = editFormat === "lines" ? numberLines(code) : code;
  return {
    parser,
    ...((editFormat === "lines" || standIns !== null) && { draft }),
    async held(format, user = null) {
      const constraint = formatConstraint(format);
      if (constraint === null) return null;
      return {
        grammar: await answerGrammarAside(constraint, null, user),
        parser: restoring(new WholeCodeReader()),
      };
    },
    isDetermined: true,
    maxCalls: Number.POSITIVE_INFINITY,
  };
}

/** Languages the model was trained on, as fences name them. */
const TAUGHT = /^(?:[cm]?[jt]s|[jt]sx|(?:java|type)script(?:react)?)?$/i;

function refusalText(language: string, otherModel: string | null): string {
  const outside = TAUGHT.test(language)
    ? "this edit is outside what the bundled model can do"
    : "the bundled model only knows JavaScript and TypeScript";
  return otherModel === null
    ? `${outside}: ${TAUGHT.test(language) ? "ask for less at once, or " : ""}use a server with a larger model: flint edit --url`
    : `${outside}: try a larger model, such as flint pull ${otherModel}`;
}
