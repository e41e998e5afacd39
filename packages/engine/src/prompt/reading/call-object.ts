import type { Answer } from "./answer.ts";
import { readArguments, writeEarlyArguments } from "./arguments.ts";
import { collectString, collectValue } from "./json.ts";
import type { Reading } from "./source.ts";

const ARGUMENTS = new Set(["arguments", "parameters", "args"]);
/** What else a call may say of itself. */
const ASIDE = new Set(["type", "id", "call_id"]);

export interface CallObjectOptions {
  /** Only names of tools count, and only with arguments: for text that need not be a call. */
  readonly strict: boolean;
  /** A grammar has seen to the arguments. */
  readonly checked?: boolean;
}

/** Reads a call that is an object with a name and arguments. False, with nothing written, where it is none. */
export function* readCallObject(answer: Answer, options: CallObjectOptions): Reading<boolean> {
  const { source } = answer;
  const { strict, checked = false } = options;
  let name: string | null = null;
  let early: string | null = null;
  let called = false;

  yield* source.skipSpace();
  if (!(yield* source.takes("{"))) return false;
  for (;;) {
    yield* source.takeWhile(/[\s,]/);
    if (!(yield* source.takes('"'))) break;
    const key = yield* collectString(source);
    yield* source.takeWhile(/[\s:]/);
    if (key === "name" && name === null) {
      name = yield* readName(answer);
      if (!name || (strict && !(checked || mayBeText(answer, name)))) return false;
    } else if (key === "function" && name === null && (yield* source.sees("{"))) {
      called = yield* readCallObject(answer, options);
      if (!called) return false;
    } else if (strict && !ARGUMENTS.has(key) && !ASIDE.has(key)) {
      return false;
    } else if (!ARGUMENTS.has(key)) {
      yield* collectValue(source);
    } else if (name === null || called) {
      early = yield* collectValue(source);
    } else {
      if (!/["{]/.test(yield* source.peek())) return false;
      yield* readArguments(answer, name);
      called = true;
    }
  }
  const isWhole = yield* source.takes("}");
  if (called) return true;
  if (!isWhole || name === null || (strict && early === null)) return false;
  yield* writeEarlyArguments(answer, name, early ?? "{}");
  return true;
}

/** Reads one such call after another. False, with nothing written, where there is not even one. */
export function* readCallObjects(answer: Answer, options: CallObjectOptions): Reading<boolean> {
  if (!(yield* readCallObject(answer, options))) return false;
  while (yield* answer.source.attempt(readFurther(answer, options)));
  return true;
}

function* readFurther(answer: Answer, options: CallObjectOptions): Reading<boolean> {
  yield* answer.source.takeWhile(/[\s,;]/);
  return yield* readCallObject(answer, options);
}

/** Whether text may be a call of the tool of that name. */
function mayBeText({ tools, held }: Answer, name: string): boolean {
  const tool = tools.find(name);
  if (!tool || held === null) return tool !== null;
  return tool.held.type === "parameters" ? !tool.held.strict : tool.held.type === "text";
}

function* readName({ source }: Answer): Reading<string | null> {
  return (yield* source.takes('"')) ? yield* collectString(source) : null;
}
