import { newId } from "@flint/protocol";
import type { ToolSet } from "../tools/index.ts";
import type { PartWriter } from "./part-writer.ts";
import type { Reading, Source } from "./source.ts";

/**
 * What constrains the output. `writing`: a grammar ensures the family's call syntax, so text that only resembles a
 * call is text. `form`: additionally a requested format, so output that does not begin with a call is text to its
 * end. Null: nothing.
 */
export type OutputConstraint = "writing" | "form" | null;

/** A model's output while it is being parsed. */
export interface Answer {
  readonly source: Source;
  readonly out: PartWriter;
  readonly tools: ToolSet;
  /** The prompt ended with the tag that opens the reasoning. */
  readonly thinking: boolean;
  readonly held: OutputConstraint;
}

/** One syntax for calls. */
export interface CallSyntax {
  /** The text that calls in this syntax begin with. */
  readonly opening: string;
  /** The opening counts only at the start of a line, outside code blocks. */
  readonly ownLine?: boolean;
  /** Reads the call or calls after the opening. Returns false, with nothing written, if it is not a call. */
  read(answer: Answer): Reading<boolean>;
}

/**
 * Begins a call of the tool that the model names. Unknown names are taken as functions: clients answer such calls
 * with an error or the list of their tools.
 */
export function beginCall({ out, tools }: Answer, name: string): void {
  const callId = newId("call");
  const origin = tools.find(name)?.origin ?? { type: "function", name };
  if (origin.type === "custom") out.call({ type: "custom_tool_call", callId, name: origin.name });
  else {
    const { name, namespace } = origin;
    out.call({ type: "function_call", callId, name, ...(namespace !== undefined && { namespace }) });
  }
}

/**
 * Most UTF-16 units to read again after text turned out not to be a call. Real output stays far below; output that
 * repeats openings endlessly would otherwise be read to its end from each of them.
 */
const MOST_READ_AGAIN = 512 * 1024;

/** Reads text and the calls in it, to the end. Without tools, everything is text. */
export function* readTextAndCalls(answer: Answer, syntaxes: readonly CallSyntax[]): Reading {
  const { source, out, tools } = answer;
  const openings = tools.size === 0 ? [] : [...new Set(syntaxes.map(({ opening }) => opening))];
  for (;;) {
    const opening = yield* source.until(openings, (text) => out.text(text));
    if (opening === null) return;
    if (!(yield* readFirst(answer, syntaxes, opening))) out.text(opening);
  }
}

function* readFirst(answer: Answer, syntaxes: readonly CallSyntax[], opening: string): Reading<boolean> {
  const ownLine = answer.out.atLineStart && !answer.out.isInFence;
  for (const syntax of syntaxes) {
    if (syntax.opening !== opening || (syntax.ownLine && !ownLine)) continue;
    if (answer.source.rereadLength > MOST_READ_AGAIN) return false;
    if (yield* answer.source.attempt(syntax.read(answer))) return true;
  }
  return false;
}
