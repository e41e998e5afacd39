import { newId } from "@flint/protocol";
import type { ToolSet } from "../tools/index.ts";
import type { PartWriter } from "./part-writer.ts";
import type { Reading, Source } from "./source.ts";

/**
 * What an answer is held to. `writing`: to its family's own way of writing, so that what only resembles a call is text.
 * `form`: to one form besides, so that what does not begin as a call is text to its end. Null: to nothing.
 */
export type Held = "writing" | "form" | null;

/** A model's answer while it is read. */
export interface Answer {
  readonly source: Source;
  readonly out: PartWriter;
  readonly tools: ToolSet;
  /** The prompt ended with the tag that opens the reasoning. */
  readonly thinking: boolean;
  readonly held: Held;
}

/** One way in which calls are written. */
export interface CallSyntax {
  /** The text that such calls begin with. */
  readonly opening: string;
  /** The opening counts only at a line's start, outside of code blocks. */
  readonly ownLine?: boolean;
  /** Reads the call, or the calls, after the opening. False, with nothing written, where it is none. */
  read(answer: Answer): Reading<boolean>;
}

/**
 * Begins the call of the tool that the model names. A name that no tool has is a function's: clients answer such a call
 * with what there is.
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
 * UTF-16 units that may be read in vain for what turns out to be no call. No real answer comes near it; one that repeats
 * openings for as long as it lasts would be read to its end from each of them.
 */
const MOST_READ_AGAIN = 512 * 1024;

/** Reads text and the calls in it, to the end. Without tools all of it is text. */
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
  const ownLine = answer.out.atLineStart && !answer.out.fenced;
  for (const syntax of syntaxes) {
    if (syntax.opening !== opening || (syntax.ownLine && !ownLine)) continue;
    if (answer.source.readAgain > MOST_READ_AGAIN) return false;
    if (yield* answer.source.attempt(syntax.read(answer))) return true;
  }
  return false;
}
