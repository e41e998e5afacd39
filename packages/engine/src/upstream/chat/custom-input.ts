import { INPUT } from "../../prompt/index.ts";

const OPENING = new RegExp(`^\\s*\\{\\s*"${INPUT}"\\s*:\\s*"`);
/** If the input does not start within this many characters, it is only read at the end. */
const OPENING_LENGTH = 64;

/** Extracts a custom tool's text from streamed function arguments, `{"input": "…"}`. */
export class CustomInput {
  #json = "";
  /** Position of the next input character in the JSON; null before the input starts. */
  #at: number | null = null;
  #closed = false;
  #gaveAny = false;

  /** Returns the text that this piece of the arguments adds to the input. */
  push(piece: string): string {
    this.#json += piece;
    if (this.#at === null && this.#json.length <= OPENING_LENGTH + piece.length) {
      const opening = OPENING.exec(this.#json);
      if (opening !== null) this.#at = opening[0].length;
    }
    return this.#at === null || this.#closed ? "" : this.#decoded(this.#at);
  }

  /** Returns the rest when the call is complete: all of the input if it came in another form. */
  end(): string {
    return this.#at === null && !this.#gaveAny ? inputIn(this.#json) : "";
  }

  #decoded(from: number): string {
    let end = from;
    while (end < this.#json.length) {
      const unit = this.#json[end];
      if (unit === '"') {
        this.#closed = true;
        break;
      }
      const length = unit === "\\" ? escapeLength(this.#json, end) : 1;
      if (end + length > this.#json.length) break;
      end += length;
    }
    if (end === from) return "";
    const text = textOf(this.#json.slice(from, end));
    // Drop what was emitted.
    this.#json = this.#json.slice(end);
    this.#at = 0;
    this.#gaveAny = true;
    return text;
  }
}

/** A possibly incomplete escape of a low surrogate. */
const OTHER_HALF = /^(?:\\(?:u(?:d(?:[c-f][0-9a-f]{0,2})?)?)?)?$/i;

/** Returns the length of a possibly incomplete escape, including both halves of a surrogate pair. */
function escapeLength(json: string, at: number): number {
  if (json[at + 1] !== "u") return 2;
  const digits = json.slice(at + 2, at + 6);
  // An invalid escape is literal text.
  if (!/^[0-9a-f]*$/i.test(digits)) return 2;
  // Whether a high surrogate is part of a pair shows only when the following text has arrived.
  return /^d[89ab]..$/i.test(digits) && OTHER_HALF.test(json.slice(at + 6, at + 12)) ? 12 : 6;
}

/** Decodes escapes. Invalid ones are literal text: models write patterns and paths without escaping. */
function textOf(inside: string): string {
  return inside.replace(/\\(?:u[0-9a-fA-F]{4}|["\\/bfnrt])/g, (unit) => JSON.parse(`"${unit}"`));
}

function inputIn(json: string): string {
  try {
    const value: unknown = JSON.parse(json);
    if (typeof value === "string") return value;
    const entries = typeof value === "object" && value !== null ? Object.entries(value) : [];
    const named = entries.find(([key]) => key === INPUT) ?? entries.find(([, it]) => typeof it === "string");
    return typeof named?.[1] === "string" ? named[1] : json;
  } catch {
    // The model wrote plain text instead of JSON.
    return json;
  }
}
