import type { Reading, Source } from "./source.ts";

type Sink = (text: string) => void;

const OPENERS = new Map([
  ["{", "}"],
  ["[", "]"],
]);
const SCALAR = /[^\s,{}[\]"<]/;

const ESCAPES: ReadonlyMap<string, string> = new Map([
  ['"', '"'],
  ["\\", "\\"],
  ["/", "/"],
  ["n", "\n"],
  ["t", "\t"],
  ["r", "\r"],
  ["b", "\b"],
  ["f", "\f"],
]);
const HEX_DIGITS = 4;

/** Python constants that models write, and their JSON equivalents. */
export const PYTHON_CONSTANTS: ReadonlyMap<string, string> = new Map([
  ["True", "true"],
  ["False", "false"],
  ["None", "null"],
]);

/**
 * Passes on an object, list or string as it arrives, correcting common mistakes of models: unescaped line ends and
 * backslashes in strings, Python constants, trailing commas, and missing closing brackets (only if other text
 * follows). Returns false if the text ends too early.
 */
export function* readValue(source: Source, sink: Sink): Reading<boolean> {
  const closers: string[] = [];
  do {
    const unit = yield* source.peek();
    if (unit === "") return false;
    const closer = OPENERS.get(unit);
    if (closer) closers.push(closer);
    else if (unit === closers.at(-1)) closers.pop();
    else if (unit === '"') {
      if (!(yield* readString(source, sink))) return false;
      continue;
    } else if (unit === ",") {
      yield* readComma(source, sink);
      continue;
    } else if (/\w/.test(unit)) {
      const word = yield* source.takeWhile(/\w/);
      sink(PYTHON_CONSTANTS.get(word) ?? word);
      continue;
    } else if (!/[\s:.+-]/.test(unit)) {
      sink(closers.reverse().join(""));
      return true;
    }
    yield* source.next();
    sink(unit);
  } while (closers.length > 0);
  return true;
}

/** Passes on a comma if another element may follow, and the white space after it. */
function* readComma(source: Source, sink: Sink): Reading {
  yield* source.next();
  const space = yield* source.takeWhile(/\s/);
  const next = yield* source.peek();
  sink(next === "" || /[\w"{[+-]/.test(next) ? `,${space}` : space);
}

/** Passes on a string with its quotes. */
function* readString(source: Source, sink: Sink): Reading<boolean> {
  yield* source.next();
  sink('"');
  for (;;) {
    const unit = yield* source.next();
    if (unit === "") return false;
    if (unit === "\\") sink(yield* readEscapeAsJson(source));
    else sink(unit < " " ? JSON.stringify(unit).slice(1, -1) : unit);
    if (unit === '"') return true;
  }
}

/** Returns the escape after a backslash as JSON. A backslash that begins no valid escape is escaped itself. */
function* readEscapeAsJson(source: Source): Reading<string> {
  const unit = yield* source.peek();
  if (unit !== "u" && unit !== "" && !ESCAPES.has(unit)) return "\\\\";
  yield* source.next();
  if (unit !== "u") return `\\${unit}`;
  const digits = yield* source.takeWhile(/[\da-fA-F]/, HEX_DIGITS);
  const isWhole = digits.length === HEX_DIGITS || (yield* source.peek()) === "";
  return `${isWhole ? "\\" : "\\\\"}u${digits}`;
}

/** Passes on the decoded text of a string, after its opening quote. Returns false if the text ends too early. */
export function* readDecoded(source: Source, sink: Sink): Reading<boolean> {
  for (;;) {
    const unit = yield* source.next();
    if (unit === "") return false;
    if (unit === '"') return true;
    sink(unit === "\\" ? yield* readEscape(source) : unit);
  }
}

/** Returns the decoded text of a string, after its opening quote; if the text ends too early, what was read. */
export function* collectString(source: Source): Reading<string> {
  let text = "";
  yield* readDecoded(source, (piece) => {
    text += piece;
  });
  return text;
}

/** Decodes an escape. Surrogate pairs are returned together, never split between two pieces of text. */
function* readEscape(source: Source): Reading<string> {
  for (let text = ""; ; ) {
    const unit = yield* source.next();
    if (unit !== "u") return text + (ESCAPES.get(unit) ?? `\\${unit}`);
    const digits = yield* source.takeWhile(/[\da-fA-F]/, HEX_DIGITS);
    if (digits.length < HEX_DIGITS) return `${text}\\u${digits}`;
    const code = Number.parseInt(digits, 16);
    text += String.fromCharCode(code);
    const isFirstHalf = code >= 0xd800 && code < 0xdc00;
    if (!isFirstHalf || !(yield* source.takes("\\"))) return text;
  }
}

/** Reads any value and returns its text. */
export function* collectValue(source: Source): Reading<string> {
  const unit = yield* source.peek();
  if (unit !== '"' && !OPENERS.has(unit)) return yield* source.takeWhile(SCALAR);
  let text = "";
  yield* readValue(source, (piece) => {
    text += piece;
  });
  return text;
}
