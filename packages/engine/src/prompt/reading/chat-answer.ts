import { type Answer, type CallSyntax, readTextAndCalls } from "./answer.ts";
import { RESCUES, readBareCalls } from "./rescue.ts";
import type { Reading, Source } from "./source.ts";

/** The tags around a model's reasoning. */
export interface ReasoningTags {
  readonly open: string;
  readonly close: string;
}

export const THINK: ReasoningTags = { open: "<think>", close: "</think>" };

export interface ChatAnswerOptions {
  readonly syntaxes: readonly CallSyntax[];
  /** Default: {@link THINK}. */
  readonly reasoning?: ReasoningTags;
  /** How output begins that consists of calls without a tag, for families that write calls this way. */
  readonly bareCall?: string;
}

/** Reads output as most families write it: optional reasoning, then text with calls in it. */
export function* readChatAnswer(answer: Answer, options: ChatAnswerOptions): Reading {
  const { syntaxes, reasoning = THINK, bareCall } = options;
  const { source, held } = answer;
  yield* readReasoning(answer, reasoning);
  if (held !== "form") {
    const isOwn = held === "writing" && bareCall !== undefined && (yield* source.seesNext([bareCall]));
    yield* readBareCalls(answer, isOwn);
  }
  const isForm = held === "form" && !(yield* source.seesNext(syntaxes.map(({ opening }) => opening)));
  yield* readTextAndCalls(answer, isForm ? [] : [...syntaxes, ...RESCUES]);
}

/** The tags count only at the start: later text may be about tags. */
function* readReasoning({ source, out, thinking }: Answer, { open, close }: ReasoningTags): Reading {
  const opened = thinking || (yield* source.attempt(takesOpening(source, open)));
  if (!opened) return;
  const closed = yield* source.until([close], (text) => out.reasoning(text));
  if (closed !== null) out.close();
}

function* takesOpening(source: Source, open: string): Reading<boolean> {
  yield* source.skipSpace();
  return yield* source.takes(open);
}
