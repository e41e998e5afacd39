import type { Reading, Source } from "./source.ts";

type Sink = (text: string) => void;

const OPENERS = new Map([
  ["{", "}"],
  ["[", "]"],
]);
const SCALAR = /[^\s,{}[\]"<]/;

const ESCAPES: Readonly<Record<string, string>> = { n: "\n", t: "\t", r: "\r", b: "\b", f: "\f" };

/**
 * Passes an object, list or string on as it comes. Models forget to escape line ends in strings and to close the
 * last brackets: both are made good, the latter only where other text follows. False where the text ends too early.
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
    } else if (!/[\w\s:,.+-]/.test(unit)) {
      sink(closers.reverse().join(""));
      return true;
    }
    yield* source.next();
    sink(unit);
  } while (closers.length > 0);
  return true;
}

/** Passes a string on in its quotes. */
function* readString(source: Source, sink: Sink): Reading<boolean> {
  yield* source.next();
  sink('"');
  for (;;) {
    const unit = yield* source.next();
    if (unit === "") return false;
    sink(unit < " " ? JSON.stringify(unit).slice(1, -1) : unit);
    if (unit === '"') return true;
    if (unit === "\\") sink(yield* source.next());
  }
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

function* readEscape(source: Source): Reading<string> {
  const unit = yield* source.next();
  if (unit !== "u") return ESCAPES[unit] ?? unit;
  const digits = yield* source.takeWhile(/[\da-fA-F]/, 4);
  if (digits.length < 4) return `\\u${digits}`;
  const code = Number.parseInt(digits, 16);
  const isFirstHalf = code >= 0xd800 && code < 0xdc00;
  // The other half of the character comes along, so that no piece of text ends within it.
  const rest: string = isFirstHalf && (yield* source.takes("\\")) ? yield* readEscape(source) : "";
  return String.fromCharCode(code) + rest;
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
