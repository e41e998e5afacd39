import type { Answer } from "./answer.ts";
import { readArguments, writeEarlyArguments } from "./arguments.ts";
import { collectString, collectValue } from "./json.ts";
import type { Reading } from "./source.ts";

const ARGUMENTS = new Set(["arguments", "parameters", "args"]);
/** Other members that a call may have. */
const ASIDE = new Set(["type", "id", "call_id"]);

export interface CallObjectOptions {
  /** Whether only known tools with arguments count, for text that need not be a call. */
  readonly strict: boolean;
  /** Whether a grammar has already constrained the arguments. */
  readonly checked?: boolean;
}

/**
 * Reads a call that is an object with a name and arguments. Returns false, with nothing written, if it is not one.
 */
export function* readCallObject(answer: Answer, options: CallObjectOptions): Reading<boolean> {
  const call = yield* readObject(answer, options);
  if (call === null || call.isWritten) return call !== null;
  yield* writeEarlyArguments(answer, call.name, call.json);
  return true;
}

type CallObject =
  | { readonly isWritten: true }
  | { readonly isWritten: false; readonly name: string; readonly json: string };

/** The part of a call that was read so far. */
interface PartialCall {
  name: string | null;
  /** The arguments, if they were read but not yet written. */
  json: string | null;
  isWritten: boolean;
}

/** Writes the arguments as they arrive, unless they come before the name, or the object need not be a call. */
function* readObject(answer: Answer, options: CallObjectOptions): Reading<CallObject | null> {
  const { source } = answer;
  const call: PartialCall = { name: null, json: null, isWritten: false };

  yield* source.skipSpace();
  if (!(yield* source.takes("{"))) return null;
  for (;;) {
    yield* source.takeWhile(/[\s,]/);
    if (!(yield* source.takes('"'))) break;
    const key = yield* collectString(source);
    yield* source.takeWhile(/[\s:]/);
    if (!(yield* readMember(answer, options, key, call))) return null;
  }
  const isWhole = yield* source.takes("}");
  if (call.isWritten) return { isWritten: true };
  if (!isWhole || call.name === null || (options.strict && call.json === null)) return null;
  return { isWritten: false, name: call.name, json: call.json ?? "{}" };
}

/** Reads the value of one key into `call`. Returns false if calls do not have such a member. */
function* readMember(
  answer: Answer,
  options: CallObjectOptions,
  key: string,
  call: PartialCall,
): Reading<boolean> {
  const { source } = answer;
  if (key === "name" && call.name === null) {
    call.name = yield* readName(answer);
    return call.name !== null && call.name !== "" && mayBeCalled(answer, options, call.name);
  }
  if (key === "function" && call.name === null && (yield* source.sees("{"))) {
    const inner = yield* readObject(answer, options);
    if (inner === null) return false;
    if (inner.isWritten) call.isWritten = true;
    else ({ name: call.name, json: call.json } = inner);
    return true;
  }
  if (ARGUMENTS.has(key)) return yield* readArgumentsMember(answer, options, call);
  if (options.strict && !ASIDE.has(key)) return false;
  yield* collectValue(source);
  return true;
}

/**
 * Reads the arguments, and writes them if they certainly belong to a call. Returns false if they are not arguments.
 */
function* readArgumentsMember(
  answer: Answer,
  { strict, checked = false }: CallObjectOptions,
  call: PartialCall,
): Reading<boolean> {
  const { source } = answer;
  if (call.name === null || call.isWritten || call.json !== null) {
    call.json = yield* collectValue(source);
    return true;
  }
  if (!/["{]/.test(yield* source.peek())) return false;
  // Whether the object is a call is only known at its end: members that calls do not have may follow the arguments.
  if (strict && !checked) {
    call.json = yield* collectValue(source);
    return true;
  }
  yield* readArguments(answer, call.name);
  call.isWritten = true;
  return true;
}

/** Reads one or more such calls. Returns false, with nothing written, if there is none. */
export function* readCallObjects(answer: Answer, options: CallObjectOptions): Reading<boolean> {
  if (!(yield* readCallObject(answer, options))) return false;
  while (yield* answer.source.attempt(readFurther(answer, options)));
  return true;
}

function* readFurther(answer: Answer, options: CallObjectOptions): Reading<boolean> {
  yield* answer.source.takeWhile(/[\s,;]/);
  return yield* readCallObject(answer, options);
}

/** Whether a call may have this name. */
function mayBeCalled(answer: Answer, { strict, checked = false }: CallObjectOptions, name: string): boolean {
  return !strict || checked || mayBeWrittenAsText(answer, name);
}

/** Whether text may be a call of the tool with this name. */
function mayBeWrittenAsText({ tools, held }: Answer, name: string): boolean {
  const tool = tools.find(name);
  if (!tool || held === null) return tool !== null;
  return tool.held.type === "parameters" ? !tool.held.strict : tool.held.type === "text";
}

function* readName({ source }: Answer): Reading<string | null> {
  return (yield* source.takes('"')) ? yield* collectString(source) : null;
}
