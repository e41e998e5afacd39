import { INPUT, isJsonOf, TextParameters } from "../tools/index.ts";
import { type Answer, beginCall } from "./answer.ts";
import { collectString, collectValue, PYTHON_CONSTANTS, readDecoded, readValue } from "./json.ts";
import { type Reading, Source } from "./source.ts";

/**
 * Reads a call's arguments as JSON and writes them as they arrive: an object, or a string that contains one. For a
 * custom tool, only its input is written, as plain text.
 */
export function* readArguments(answer: Answer, name: string): Reading {
  beginCall(answer, name);
  yield* writeArguments(answer, name, answer.source);
}

/** Does the same for arguments that came before the name. */
export function* writeEarlyArguments(answer: Answer, name: string, json: string): Reading {
  beginCall(answer, name);
  yield* writeArguments(answer, name, Source.of(json));
}

function* writeArguments(answer: Answer, name: string, source: Source): Reading {
  const sink = (text: string) => answer.out.argument(text);
  const isCustom = answer.tools.find(name)?.origin.type === "custom";
  const isText = yield* source.takes('"');
  if (isCustom) yield* isText ? readDecoded(source, sink) : readInput(source, sink);
  else yield* isText ? readStringArguments(source, sink) : readValue(source, sink);
}

/** Writes the object that a string contains, or else the string's text, as it arrives. */
function* readStringArguments(source: Source, sink: (text: string) => void): Reading {
  const enclosed = new Source();
  const reading = readObjectOrText(enclosed, sink);
  yield* readDecoded(source, (text) => {
    enclosed.append(text);
    reading.next();
  });
  enclosed.close();
  reading.next();
}

function* readObjectOrText(source: Source, sink: (text: string) => void): Reading {
  yield* source.skipSpace();
  if (yield* source.sees("{")) yield* readValue(source, sink);
  else yield* source.until([], sink);
}

/**
 * Writes the input from an object: the member of that name as it arrives, or else the first other string. Without any
 * string, writes the JSON of the input, or else of the whole object.
 */
function* readInput(source: Source, sink: (text: string) => void): Reading {
  let written = false;
  let other: string | null = null;
  let value: string | null = null;
  let isWhole = false;
  function* readMembers(): Reading {
    yield* source.next();
    for (;;) {
      yield* source.takeWhile(/[\s,]/);
      if (!(yield* source.takes('"'))) break;
      const key = yield* collectString(source);
      yield* source.takeWhile(/[\s:]/);
      if (!(yield* source.takes('"'))) {
        const json = yield* collectValue(source);
        if (key === INPUT) value ??= json;
      } else if (key === INPUT && !written) {
        written = true;
        yield* readDecoded(source, sink);
      } else other ??= yield* collectString(source);
    }
    isWhole = yield* source.takes("}");
  }
  const object = yield* source.capture(readMembers());
  if (written) return;
  const json = value ?? (isWhole ? object : "");
  sink(other ?? (EMPTY_JSON.test(json) ? "" : json));
}

/** JSON without anything that could be the tool's input. */
const EMPTY_JSON = /^(?:\{\s*\}|null|None)$/;

const NO_PARAMETERS = {};

/** Writes arguments that come one by one between tags as the JSON that clients expect. */
export class NamedArguments {
  readonly #answer: Answer;
  readonly #isCustom: boolean;
  readonly #parameters: TextParameters;
  #count = 0;

  /** Begins the call. */
  constructor(answer: Answer, name: string) {
    const tool = answer.tools.find(name);
    this.#answer = answer;
    this.#isCustom = tool?.origin.type === "custom";
    this.#parameters = TextParameters.of(tool?.parameters ?? NO_PARAMETERS);
    beginCall(answer, name);
  }

  /** Reads a value up to one of the tags. Returns false if the text ends before. */
  *read(key: string, closings: readonly string[]): Reading<boolean> {
    const { source, out } = this.#answer;
    if (this.#isCustom) {
      const isInput = key === INPUT || this.#count === 0;
      this.#count += 1;
      const sink = (text: string) => (isInput ? out.argument(text) : undefined);
      return (yield* source.until(closings, sink)) !== null;
    }
    out.argument(`${this.#count === 0 ? "{" : ", "}${JSON.stringify(key)}: `);
    this.#count += 1;
    const others = this.#parameters.typesBeside(key);
    if (others?.length === 0) return yield* this.#readText(closings);
    if (yield* this.#answer.source.attempt(this.#readJson(closings, others))) return true;
    if (others === null) return yield* this.#readWhole(closings, asJson);
    return yield* this.#readWhole(closings, (text) => (isJsonOf(others, text) ? text : JSON.stringify(text)));
  }

  end(): void {
    if (this.#isCustom) return;
    this.#answer.out.argument(this.#count === 0 ? "{}" : "}");
  }

  *#readText(closings: readonly string[]): Reading<boolean> {
    const { source, out } = this.#answer;
    out.argument('"');
    const closed = yield* source.until(closings, (text) => out.argument(escapedContent(text)));
    if (closed !== null) out.argument('"');
    return closed !== null;
  }

  /**
   * Reads JSON in which a tag may be part of a string. If the value may also be a string (`besideText` is given), it
   * must be of one of these types, without surrounding white space. Returns false, with nothing written, if it is
   * anything else.
   */
  *#readJson(closings: readonly string[], besideText: readonly string[] | null): Reading<boolean> {
    const { source, out } = this.#answer;
    if (besideText === null) yield* source.skipSpace();
    if (!/["{[]/.test(yield* source.peek())) return false;
    const value = yield* source.capture(readValue(source, () => undefined));
    if (!(besideText ? isJsonOf(besideText, value) : isJson(value))) return false;
    if (besideText === null) yield* source.skipSpace();
    for (const closing of closings) {
      if (!(yield* source.takes(closing))) continue;
      out.argument(value);
      return true;
    }
    return false;
  }

  /** Reads a value whose type is only known once it is complete. */
  *#readWhole(closings: readonly string[], jsonOf: (text: string) => string): Reading<boolean> {
    const { source, out } = this.#answer;
    let value = "";
    const closed = yield* source.until(closings, (text) => {
      value += text;
    });
    if (closed === null) out.argument(`"${escapedContent(value)}`);
    else out.argument(jsonOf(value));
    return closed !== null;
  }
}

function asJson(text: string): string {
  const value = PYTHON_CONSTANTS.get(text.trim()) ?? text.trim();
  return isJson(value) ? value : JSON.stringify(text);
}

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}

/** Returns the content of a JSON string, without quotes. */
function escapedContent(text: string): string {
  return JSON.stringify(text).slice(1, -1);
}
