import { EngineError } from "../../contract/index.ts";
import { formConstraint } from "../constraint/index.ts";
import type { AnswerReading, OutputParser, PromptFormat, PromptText } from "../format.ts";
import { heldGrammar } from "../grammar-aside.ts";
import { DeclineReader } from "./decline-reader.ts";
import { type Edit, editOf } from "./edit-of.ts";
import { NumberedLinesReader, numberLines } from "./numbered-lines-reader.ts";
import { RestoringReader } from "./restoring-reader.ts";
import { StandIns } from "./stand-ins.ts";
import { WholeCodeReader } from "./whole-code-reader.ts";

/** The control tokens that every edit model was trained with. */
export const NANO_TOKENS = ["<|user|>", "<|code|>", "<|assistant|>", "<|end|>"] as const;

/** By which a model says that an edit is beyond it; older ones have no such token. */
const UNSURE = "<|unsure|>";

/** How an edit model answers: with the whole edited code, or with the lines that change. */
const EDIT_FORMATS = ["whole", "lines"] as const;
type EditFormat = (typeof EDIT_FORMATS)[number];

export interface NanoOptions {
  /** What the model's file says; default `whole`. */
  readonly editFormat?: string;
  /** Where to pull a larger model that fits this machine from; null where none does. */
  readonly otherModel?: string | null;
}

/**
 * The bundled edit model's format: one instruction, one piece of code, answered by that code edited. A conversation is
 * brought down to that pair, see {@link editOf}. System messages and tools are not read. Whatever way the model
 * answers in, its reader sees the whole edited code, or a refusal where the model says that it is unsure. Words with
 * characters beyond ASCII, which it was not taught, it neither reads nor writes, see {@link StandIns}.
 * Throws {@link EngineError} `model_unreadable` for a way to answer that is not known.
 */
export function nanoFormat(options: NanoOptions = {}): PromptFormat {
  const editFormat = editFormatOf(options.editFormat ?? "whole");
  const otherModel = options.otherModel ?? null;
  return {
    id: "nano",
    stop: [],
    tags: [UNSURE],
    render(prompt) {
      const edit = withStandIns(complete(editOf(prompt), prompt.tools.length > 0, otherModel));
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

/** `hasTools`: an agent asks, whose user has no say in how the code is sent. */
function complete(
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
  /** Null where the model reads the very words. */
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
  // Every line of an answer in lines begins as the numbered line does that it is made of.
  const draft = editFormat === "lines" ? numberLines(code) : code;
  return {
    parser,
    ...((editFormat === "lines" || standIns !== null) && { draft }),
    async held(format) {
      const constraint = formConstraint(format);
      if (constraint === null) return null;
      return { grammar: await heldGrammar(constraint, null), parser: restoring(new WholeCodeReader()) };
    },
    isDetermined: true,
    maxCalls: Number.POSITIVE_INFINITY,
  };
}

/** What it was taught, as fences name it. */
const TAUGHT = /^(?:[cm]?[jt]s|[jt]sx|(?:java|type)script(?:react)?)?$/i;

function refusalText(language: string, otherModel: string | null): string {
  const outside = TAUGHT.test(language)
    ? "this edit is outside what the bundled model can do"
    : "the bundled model only knows JavaScript and TypeScript";
  return otherModel === null
    ? `${outside}: ${TAUGHT.test(language) ? "ask for less at once, or " : ""}use a server with a larger model: flint edit --url`
    : `${outside}: try a larger model, such as flint pull ${otherModel}`;
}
