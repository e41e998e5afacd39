import type { Answer, CallSyntax } from "./answer.ts";
import { readCallObjects } from "./call-object.ts";
import type { Reading } from "./source.ts";

/** `<tool_call>{"name": …, "arguments": …}</tool_call>` */
export const TAGGED_JSON: CallSyntax = { opening: "<tool_call>", read: readTagged };

function* readTagged(answer: Answer): Reading<boolean> {
  const { source } = answer;
  if (!(yield* readCallObjects(answer, { strict: false }))) return false;
  // Extra closing brackets are a slip; white space without a closing tag after it is kept.
  yield* source.attempt(takesClosing(answer));
  return true;
}

function* takesClosing({ source }: Answer): Reading<boolean> {
  yield* source.takeWhile(/[\s}]/);
  return yield* source.takes("</tool_call>");
}
