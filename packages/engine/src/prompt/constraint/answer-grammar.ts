import type { TextFormat } from "@flint/protocol";
import type { TimeUp } from "../../aside/index.ts";
import { EngineError } from "../../contract/index.ts";
import {
  CharSet,
  character,
  choice,
  digestOf,
  type Expression,
  Grammar,
  JsonRules,
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
  withPlace,
} from "../../structure/index.ts";
import { BEGIN_PATCH, type OfferedTool } from "../tools/index.ts";
import { CallGrammar } from "./call-grammar.ts";

/** How a model family writes its output, for grammars that constrain it. */
export interface AnswerWriting {
  /** What begins a call in any place, and therefore must not occur in other text. */
  readonly openings: readonly string[];
  /** How output begins that consists of calls without a tag. The first of the openings may precede them. */
  readonly bareCall?: string;
  /** Returns the calls of one response. */
  calls(calls: CallGrammar): Expression;
  /** Returns the whole output. Default: reasoning between its tags, then the content. */
  answer?(content: AnswerContent, grammar: Grammar): Expression;
}

/** What the output may be apart from reasoning: one of the alternatives that are present. */
export interface AnswerContent {
  /** Text in the requested format. */
  readonly formatted?: Expression;
  /** Whether any text is allowed. */
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
    /** `open`: the prompt opened the reasoning. `possible`: the model may open it. */
    readonly state: "open" | "possible" | "none";
  };
}

/** Whether the request constrains the output in any way. */
export function isConstrained({ tools, choice: { required }, format }: AnswerConstraint): boolean {
  if (format !== null && format.type !== "text") return true;
  if (tools.length === 0) return false;
  return (
    required ||
    tools.some(({ held }) => held.type === "grammar" || (held.type === "parameters" && held.strict))
  );
}

/**
 * Returns the GBNF grammar of the output that a request allows. Free text may continue until a call begins, which is
 * then constrained to its tool. Throws {@link EngineError} `prompt_unsupported`, and `Unfinished` once the time is up.
 */
export function answerGrammar(constraint: AnswerConstraint, isTimeUp: TimeUp | null = null): string {
  const key = keyOf(constraint);
  const known = translated.get(key);
  if (known !== undefined) return known;
  const gbnf = translate(constraint, new Work(STRUCTURE_LIMITS.work, isTimeUp));
  cacheGrammar(constraint, gbnf);
  return gbnf;
}

/** Caches a grammar. */
export function cacheGrammar(constraint: AnswerConstraint, gbnf: string): void {
  translated.set(keyOf(constraint), gbnf);
  if (translated.size > KEPT) translated.delete(translated.keys().next().value ?? "");
}

/** Returns the constraint of a text format alone; null if the format does not constrain the text. */
export function formatConstraint(format: TextFormat | null): AnswerConstraint | null {
  const constraint: AnswerConstraint = { ...FORM_ALONE, format };
  return isConstrained(constraint) ? constraint : null;
}

/** For output without calls. */
export const WITHOUT_CALLS: AnswerWriting = { openings: [], calls: () => text("") };

const FORM_ALONE: Omit<AnswerConstraint, "format"> = {
  writing: WITHOUT_CALLS,
  template: "",
  tools: [],
  choice: { required: false, several: false },
  reasoning: { open: "", close: "", state: "none" },
};

/** Grammars by the digest of their constraint: conversations use the same one in every turn. */
const KEPT = 32;
const translated = new Map<string, string>();

/** Equal for equal constraints. */
export function keyOf({ writing, template, tools, choice, format, reasoning }: AnswerConstraint): string {
  return digestOf(JSON.stringify([writing.openings, template, tools, choice, format, reasoning]));
}

function translate(
  { writing, template, tools, choice, format, reasoning }: AnswerConstraint,
  work: Work,
): string {
  const grammar = new Grammar();
  try {
    const formed = formatExpression(format, grammar, work);
    const written = new CallGrammar({ grammar, work, tools, template, several: choice.several });
    const calls = tools.length === 0 ? undefined : writing.calls(written);
    const content: AnswerContent = {
      ...(formed && !(calls && choice.required) && { formatted: formed }),
      free: !formed && !(calls && choice.required),
      ...(calls && { calls }),
    };
    const answer = writing.answer
      ? writing.answer(content, grammar)
      : sequence(reasoningOf(reasoning, grammar), contentOf(content, writing, written));
    return withPlace("json_schema", "", () => toGbnf(grammar.rules, answer, STRUCTURE_LIMITS, work));
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

function formatExpression(format: TextFormat | null, grammar: Grammar, work: Work): Expression | null {
  if (format === null || format.type === "text") return null;
  if (format.type === "json_object") return new JsonRules(grammar).object;
  const options = { grammar, work, strict: format.strict === true, limits: STRUCTURE_LIMITS };
  return new SchemaTranslator(format.schema, options).value([{ schema: format.schema, pointer: "" }]);
}

function contentOf(
  { formatted, free, calls }: AnswerContent,
  { openings, bareCall }: AnswerWriting,
  written: CallGrammar,
): Expression {
  if (formatted) return calls ? choice(formatted, withTag(calls, openings, bareCall)) : formatted;
  if (!free) return calls ?? NOTHING;
  const { grammar } = written;
  if (!calls) return textWithout(grammar, []);
  const patch = written.patch();
  const any = textWithout(grammar, patch ? [...openings, BEGIN_PATCH] : openings);
  // Calls without a tag make up the whole output, so other text must not begin like one.
  if (bareCall !== undefined) {
    const text = textNotStarting(grammar, bareCall, any);
    return choice(patch ? sequence(text, optional(patch)) : text, calls);
  }
  return sequence(any, optional(patch ? choice(calls, patch) : calls));
}

/** Formatted text may begin just like a call without a tag, so calls get a tag in this case. */
function withTag(calls: Expression, [tag = ""]: readonly string[], bareCall: string | undefined): Expression {
  return bareCall === undefined ? calls : sequence(text(tag), calls);
}

/** Returns the reasoning, and the blank lines between it and the content. */
function reasoningOf({ open, close, state }: AnswerConstraint["reasoning"], grammar: Grammar): Expression {
  if (state === "none") return text("");
  const space = repeat(character(CharSet.in(" \n")), 0, MOST_SPACE);
  const rest = sequence(textWithout(grammar, [close]), text(close), space);
  return state === "open" ? rest : optional(sequence(space, text(open), rest));
}

const MOST_SPACE = 4;
