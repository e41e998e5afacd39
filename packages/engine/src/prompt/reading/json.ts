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

/** JSON's names for what models may name as Python does. */
export const PYTHON_CONSTANTS: ReadonlyMap<string, string> = new Map([
  ["True", "true"],
  ["False", "false"],
  ["None", "null"],
]);

/**
 * Passes an object, list or string on as it comes. Models forget to escape line ends and backslashes in strings, name
 * constants as Python does, write a comma after the last element and forget to close the last brackets: all of that is
 * made good, the brackets only where other text follows. False where the text ends too early.
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

/** Passes a comma on where another element may follow, and the white space after it. */
function* readComma(source: Source, sink: Sink): Reading {
  yield* source.next();
  const space = yield* source.takeWhile(/\s/);
  const next = yield* source.peek();
  sink(next === "" || /[\w"{[+-]/.test(next) ? `,${space}` : space);
}

/** Passes a string on in its quotes. */
function* readString(source: Source, sink: Sink): Reading<boolean> {
  yield* source.next();
  sink('"');
  for (;;) {
    const unit = yield* source.next();
    if (unit === "") return false;
    if (unit === "\\") sink(yield* writtenEscape(source));
    else sink(unit < " " ? JSON.stringify(unit).slice(1, -1) : unit);
    if (unit === '"') return true;
  }
}

/** The escape after a backslash, as JSON writes it: a backslash that begins none is one itself. */
function* writtenEscape(source: Source): Reading<string> {
  const unit = yield* source.peek();
  if (unit !== "u" && unit !== "" && !ESCAPES.has(unit)) return "\\\\";
  yield* source.next();
  if (unit !== "u") return `\\${unit}`;
  const digits = yield* source.takeWhile(/[\da-fA-F]/, HEX_DIGITS);
  const isWhole = digits.length === HEX_DIGITS || (yield* source.peek()) === "";
  return `${isWhole ? "\\" : "\\\\"}u${digits}`;
}

/** Passes on what a string says, after its opening quote. False where the text ends too early. */
export function* readDecoded(source: Source, sink: Sink): Reading<boolean> {
  for (;;) {
    const unit = yield* source.next();
    if (unit === "") return false;
    if (unit === '"') return true;
    sink(unit === "\\" ? yield* readEscape(source) : unit);
  }
}

/** Gives what a string says, after its opening quote; what there is of it where the text ends too early. */
export function* collectString(source: Source): Reading<string> {
  let text = "";
  yield* readDecoded(source, (piece) => {
    text += piece;
  });
  return text;
}

/** Gives the half of a character with its other half, so that no piece of text ends within it. */
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

/** Reads a value of any kind and gives its text. */
export function* collectValue(source: Source): Reading<string> {
  const unit = yield* source.peek();
  if (unit !== '"' && !OPENERS.has(unit)) return yield* source.takeWhile(SCALAR);
  let text = "";
  yield* readValue(source, (piece) => {
    text += piece;
  });
  return text;
}
