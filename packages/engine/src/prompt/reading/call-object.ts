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
  const call = yield* readObject(answer, options);
  if (call === null || call.isWritten) return call !== null;
  yield* writeEarlyArguments(answer, call.name, call.json);
  return true;
}

type CallObject =
  | { readonly isWritten: true }
  | { readonly isWritten: false; readonly name: string; readonly json: string };

/** Writes the arguments as they come, unless they come before the name, or the object need not be a call. */
function* readObject(answer: Answer, options: CallObjectOptions): Reading<CallObject | null> {
  const { source } = answer;
  const { strict, checked = false } = options;
  let name: string | null = null;
  let json: string | null = null;
  let isWritten = false;

  yield* source.skipSpace();
  if (!(yield* source.takes("{"))) return null;
  for (;;) {
    yield* source.takeWhile(/[\s,]/);
    if (!(yield* source.takes('"'))) break;
    const key = yield* collectString(source);
    yield* source.takeWhile(/[\s:]/);
    if (key === "name" && name === null) {
      name = yield* readName(answer);
      if (!name || (strict && !(checked || mayBeText(answer, name)))) return null;
    } else if (key === "function" && name === null && (yield* source.sees("{"))) {
      const inner: CallObject | null = yield* readObject(answer, options);
      if (inner === null) return null;
      if (inner.isWritten) isWritten = true;
      else ({ name, json } = inner);
    } else if (strict && !ARGUMENTS.has(key) && !ASIDE.has(key)) {
      return null;
    } else if (!ARGUMENTS.has(key)) {
      yield* collectValue(source);
    } else if (name === null || isWritten || json !== null) {
      json = yield* collectValue(source);
    } else {
      if (!/["{]/.test(yield* source.peek())) return null;
      // Text that need not be a call is none before its end: behind the arguments may stand what no call has.
      if (strict && !checked) json = yield* collectValue(source);
      else {
        yield* readArguments(answer, name);
        isWritten = true;
      }
    }
  }
  const isWhole = yield* source.takes("}");
  if (isWritten) return { isWritten };
  if (!isWhole || name === null || (strict && json === null)) return null;
  return { isWritten, name, json: json ?? "{}" };
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
