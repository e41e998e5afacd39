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
}

/** Reads a call that is an object with a name and arguments. False, with nothing written, where it is none. */
export function* readCallObject(answer: Answer, { strict }: CallObjectOptions): Reading<boolean> {
  const { source, tools } = answer;
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
      if (!name || (strict && !tools.find(name))) return false;
    } else if (key === "function" && name === null && (yield* source.sees("{"))) {
      called = yield* readCallObject(answer, { strict });
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

function* readName({ source }: Answer): Reading<string | null> {
  return (yield* source.takes('"')) ? yield* collectString(source) : null;
}
