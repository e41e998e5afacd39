import type { Answer, CallSyntax } from "./answer.ts";
import { NamedArguments, readArguments } from "./arguments.ts";
import type { Reading } from "./source.ts";

const OPEN = "<function=";
const MAX_NAME = 256;

/**
 * `<function=name><parameter=key>value</parameter></function>`, or JSON in place of the parameters; often, but not
 * always, between `<tool_call>` tags.
 */
export const TAGGED_FUNCTION: readonly CallSyntax[] = [
  { opening: "<tool_call>", read: readTagged },
  { opening: OPEN, read: readFunction },
];

function* readTagged(answer: Answer): Reading<boolean> {
  yield* answer.source.skipSpace();
  return (yield* answer.source.takes(OPEN)) && (yield* readFunction(answer));
}

function* readFunction(answer: Answer): Reading<boolean> {
  const { source } = answer;
  const name = yield* source.takeWhile(/[^\s<>{]/, MAX_NAME);
  if (name === "" || !(yield* source.takes(">"))) return false;
  yield* source.skipSpace();
  if (yield* source.sees("{")) {
    yield* readArguments(answer, name);
    yield* source.attempt(takesClosing(answer, "</function>"));
  } else if ((yield* source.sees("<parameter=")) || (yield* source.sees("</function>"))) {
    yield* readParameters(answer, name);
  } else return false;
  yield* source.attempt(takesClosing(answer, "</tool_call>"));
  return true;
}

function* readParameters(answer: Answer, name: string): Reading {
  const { source } = answer;
  const written = new NamedArguments(answer, name);
  while (yield* source.takes("<parameter=")) {
    const key = yield* source.takeWhile(/[^\s<>]/, MAX_NAME);
    yield* source.takes(">");
    yield* source.takes("\n");
    // The line break before the closing tag is not part of the value.
    if (!(yield* written.read(key, ["\n</parameter>", "</parameter>"]))) return;
    yield* source.skipSpace();
  }
  if ((yield* source.takes("</function>")) || (yield* source.peek()) !== "") written.end();
}

function* takesClosing({ source }: Answer, tag: string): Reading<boolean> {
  yield* source.skipSpace();
  return yield* source.takes(tag);
}
