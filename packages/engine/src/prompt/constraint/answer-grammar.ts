import type { TextFormat } from "@flint/protocol";
import { EngineError } from "../../contract/index.ts";
import {
  CharSet,
  character,
  choice,
  digestOf,
  type Expression,
  Grammar,
  JsonRules,
  located,
  NOTHING,
  optional,
  repeat,
  SchemaTranslator,
  STRUCTURE_LIMITS,
  StructureError,
  sequence,
  text,
  textNotStarting,
  textWithout,
  toGbnf,
  Work,
} from "../../structure/index.ts";
import { BEGIN_PATCH, type OfferedTool } from "../tools/index.ts";
import { CallGrammar } from "./call-grammar.ts";

/** How a family's answers are written, for grammars that hold answers to it. */
export interface AnswerWriting {
  /** What begins a call wherever it stands, so that other text must not have it. */
  readonly openings: readonly string[];
  /** How answers begin that are calls without a tag. The first of the openings may stand before them. */
  readonly bareCall?: string;
  /** The calls of one answer. */
  calls(calls: CallGrammar): Expression;
  /** The whole answer. Default: reasoning between its tags, then the content. */
  answer?(content: AnswerContent, grammar: Grammar): Expression;
}

/** What an answer may be, reasoning aside: of those that are there, one. */
export interface AnswerContent {
  /** Text of a given form. */
  readonly formed?: Expression;
  /** Whether it may be any text. */
  readonly free: boolean;
  readonly calls?: Expression;
}

export interface AnswerConstraint {
  readonly writing: AnswerWriting;
  /** See {@link CallGrammar}. */
  readonly template: string;
  readonly tools: readonly OfferedTool[];
  readonly choice: { readonly required: boolean; readonly several: boolean };
  readonly format: TextFormat | null;
  readonly reasoning: {
    readonly open: string;
    readonly close: string;
    /** `open`: the prompt has opened it. `possible`: the answer may. */
    readonly state: "open" | "possible" | "none";
  };
}

/** Whether anything in the request holds the answer to a form. */
export function isConstrained({ tools, choice: { required }, format }: AnswerConstraint): boolean {
  if (format !== null && format.type !== "text") return true;
  if (tools.length === 0) return false;
  return (
    required ||
    tools.some(({ held }) => held.type === "grammar" || (held.type === "parameters" && held.strict))
  );
}

/**
 * The grammar, in GBNF, of the answers that a request allows. Free text goes on until a call begins, and the call is
 * held to its tool. Throws {@link EngineError} `prompt_unsupported`, and `Unfinished` from `until` on, in milliseconds of
 * `performance.now()`.
 */
export function answerGrammar(constraint: AnswerConstraint, until = Number.POSITIVE_INFINITY): string {
  const key = keyOf(constraint);
  const known = translated.get(key);
  if (known !== undefined) return known;
  const gbnf = translate(constraint, new Work(STRUCTURE_LIMITS.work, until));
  keepGrammar(constraint, gbnf);
  return gbnf;
}

/** For the next time that it is asked for. */
export function keepGrammar(constraint: AnswerConstraint, gbnf: string): void {
  translated.set(keyOf(constraint), gbnf);
  if (translated.size > KEPT) translated.delete(translated.keys().next().value ?? "");
}

/** What answers in a format alone are held to; null where that has no form. */
export function formConstraint(format: TextFormat | null): AnswerConstraint | null {
  const constraint: AnswerConstraint = { ...FORM_ALONE, format };
  return isConstrained(constraint) ? constraint : null;
}

/** How answers are written that have no calls. */
export const WITHOUT_CALLS: AnswerWriting = { openings: [], calls: () => text("") };

const FORM_ALONE: Omit<AnswerConstraint, "format"> = {
  writing: WITHOUT_CALLS,
  template: "",
  tools: [],
  choice: { required: false, several: false },
  reasoning: { open: "", close: "", state: "none" },
};

/** Conversations ask for the same with every turn. By their digest. */
const KEPT = 32;
const translated = new Map<string, string>();

function keyOf({ writing, template, tools, choice, format, reasoning }: AnswerConstraint): string {
  return digestOf(JSON.stringify([writing.openings, template, tools, choice, format, reasoning]));
}

function translate(
  { writing, template, tools, choice, format, reasoning }: AnswerConstraint,
  work: Work,
): string {
  const grammar = new Grammar();
  try {
    const formed = formOf(format, grammar, work);
    const written = new CallGrammar({ grammar, work, tools, template, several: choice.several });
    const calls = tools.length === 0 ? undefined : writing.calls(written);
    const content: AnswerContent = {
      ...(formed && !(calls && choice.required) && { formed }),
      free: !formed && !(calls && choice.required),
      ...(calls && { calls }),
    };
    const answer = writing.answer
      ? writing.answer(content, grammar)
      : sequence(reasoningOf(reasoning, grammar), contentOf(content, writing, written));
    return located("json_schema", "", () => toGbnf(grammar.rules, answer, STRUCTURE_LIMITS, work));
  } catch (cause) {
    if (!(cause instanceof StructureError)) throw cause;
    throw new EngineError(
      "prompt_unsupported",
      `the answer cannot be constrained to this: ${cause.message}`,
      {
        cause,
      },
    );
  }
}

function formOf(format: TextFormat | null, grammar: Grammar, work: Work): Expression | null {
  if (format === null || format.type === "text") return null;
  if (format.type === "json_object") return new JsonRules(grammar).object;
  const options = { grammar, work, strict: format.strict === true, limits: STRUCTURE_LIMITS };
  return new SchemaTranslator(format.schema, options).value([{ schema: format.schema, pointer: "" }]);
}

function contentOf(
  { formed, free, calls }: AnswerContent,
  { openings, bareCall }: AnswerWriting,
  written: CallGrammar,
): Expression {
  if (formed) return calls ? choice(formed, tagged(calls, openings, bareCall)) : formed;
  if (!free) return calls ?? NOTHING;
  const { grammar } = written;
  if (!calls) return textWithout(grammar, []);
  const patch = written.patch();
  const any = textWithout(grammar, patch ? [...openings, BEGIN_PATCH] : openings);
  // Calls without a tag are the whole answer, and so nothing that begins like one is other text.
  if (bareCall !== undefined) {
    const text = textNotStarting(grammar, bareCall, any);
    return choice(patch ? sequence(text, optional(patch)) : text, calls);
  }
  return sequence(any, optional(patch ? choice(calls, patch) : calls));
}

/** A form may well begin as calls without a tag do, so that beside one they get theirs. */
function tagged(calls: Expression, [tag = ""]: readonly string[], bareCall: string | undefined): Expression {
  return bareCall === undefined ? calls : sequence(text(tag), calls);
}

/** Reasoning, and the lines between it and the content. */
function reasoningOf({ open, close, state }: AnswerConstraint["reasoning"], grammar: Grammar): Expression {
  if (state === "none") return text("");
  const space = repeat(character(CharSet.in(" \n")), 0, MOST_SPACE);
  const rest = sequence(textWithout(grammar, [close]), text(close), space);
  return state === "open" ? rest : optional(sequence(space, text(open), rest));
}

const MOST_SPACE = 4;
