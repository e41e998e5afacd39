import { INPUT } from "../../prompt/index.ts";

const OPENING = new RegExp(`^\\s*\\{\\s*"${INPUT}"\\s*:\\s*"`);
/** Characters within which the input opens, or it is read at the end. */
const OPENING_LENGTH = 64;

/** The text that a custom tool is given in a function's arguments, `{"input": "…"}`, as it arrives. */
export class CustomInput {
  #json = "";
  /** Where in the JSON the input goes on; null before it has opened. */
  #at: number | null = null;
  #closed = false;
  #gaveAny = false;

  /** What this piece of the arguments adds to the input. */
  push(piece: string): string {
    this.#json += piece;
    if (this.#at === null && this.#json.length <= OPENING_LENGTH + piece.length) {
      const opening = OPENING.exec(this.#json);
      if (opening !== null) this.#at = opening[0].length;
    }
    return this.#at === null || this.#closed ? "" : this.#decoded(this.#at);
  }

  /** What is still missing when the call is whole: all of it where it came in another form. */
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
    // What was given need not be kept.
    this.#json = this.#json.slice(end);
    this.#at = 0;
    this.#gaveAny = true;
    return text;
  }
}

/** What goes on a character that has two halves, as far as it has come. */
const OTHER_HALF = /^(?:\\(?:u(?:d(?:[c-f][0-9a-f]{0,2})?)?)?)?$/i;

/** Units of an escape, as far as it has come; of both halves where a character has two. */
function escapeLength(json: string, at: number): number {
  if (json[at + 1] !== "u") return 2;
  const digits = json.slice(at + 2, at + 6);
  // One that is none stands for itself, and what follows it too.
  if (!/^[0-9a-f]*$/i.test(digits)) return 2;
  // A half without its other one stands alone; that shows once what follows has come.
  return /^d[89ab]..$/i.test(digits) && OTHER_HALF.test(json.slice(at + 6, at + 12)) ? 12 : 6;
}

/** An escape that is none stands for itself, as does what should be one: models write patterns and paths as they are. */
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
    // The model gave the text itself.
    return json;
  }
}
