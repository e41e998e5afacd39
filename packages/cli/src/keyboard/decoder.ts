import type { Key, KeyName } from "./key.ts";

const ESCAPE = "\x1b";
const PASTE_BEGINS = "\x1b[200~";
const PASTE_ENDS = "\x1b[201~";
/** Longer than the escape sequence of any key. */
const MAX_SEQUENCE = 32;

// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences start with one.
const SEQUENCE = /^\x1b(?:\[([\d;?<=>]*)[ -/]*([@-~])|O([ -~]))/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: as above.
const UNFINISHED = /^\x1b(?:\[[\d;?<=>]*[ -/]*|O)?$/;

const FINAL: Readonly<Record<string, KeyName>> = {
  A: "up",
  B: "down",
  C: "right",
  D: "left",
  H: "home",
  F: "end",
  Z: "tab",
};
const NUMBERED: Readonly<Record<string, KeyName>> = {
  1: "home",
  3: "delete",
  4: "end",
  5: "page-up",
  6: "page-down",
  7: "home",
  8: "end",
};
const CONTROL: Readonly<Record<string, KeyName>> = {
  "\0": "mark",
  "\b": "backspace",
  "\x7f": "backspace",
  "\t": "tab",
  "\r": "enter",
  "\n": "enter",
};

/** Text that goes on after a line's end. */
const LINES = /[^\r\n][\r\n]+[^\r\n]/;
// biome-ignore lint/suspicious/noControlCharactersInRegex: escape sequences and Ctrl-C are keys.
const KEYS = /[\x1b\x03]/;

/**
 * Decodes a terminal's input into keys. Input may be split anywhere: an incomplete escape sequence or paste is buffered
 * until the rest arrives.
 */
export class KeyDecoder {
  readonly #maxPaste: number;
  readonly #marksPastes: boolean;
  #buffer = "";
  #paste: { text: string; length: number } | null = null;

  /**
   * Pasted text of more than `maxPaste` UTF-16 units is rejected and not buffered. `marksPastes`: whether the terminal
   * marks pasted text; if not, text of several lines that arrives at once counts as pasted.
   */
  constructor(maxPaste: number, marksPastes = true) {
    this.#maxPaste = maxPaste;
    this.#marksPastes = marksPastes;
  }

  /** Whether the buffer holds input that {@link KeyDecoder.flush} would interpret as it is. */
  get isUndecided(): boolean {
    return this.#paste === null && this.#buffer !== "";
  }

  decode(chunk: string): Key[] {
    const keys: Key[] = [];
    let rest = this.#buffer + chunk;
    this.#buffer = "";
    // Nobody types on after Enter within the same moment.
    if (!this.#marksPastes && this.#paste === null && LINES.test(rest) && !KEYS.test(rest)) {
      return [this.#pasteOf({ text: rest, length: rest.length })];
    }
    while (rest !== "") {
      const taken = this.#paste === null ? this.#readKey(rest, keys) : this.#readPaste(rest, keys);
      if (taken === 0) {
        this.#buffer = rest;
        break;
      }
      rest = rest.slice(taken);
    }
    return keys;
  }

  /** Call this after a pause: the buffer is then an Escape key, or the rest of a broken sequence. */
  flush(): Key[] {
    if (!this.isUndecided) return [];
    const isEscape = this.#buffer === ESCAPE;
    this.#buffer = "";
    return isEscape ? [key("escape")] : [];
  }

  /** Decodes one key from the start of `input`. Returns its length, or 0 if it is incomplete. */
  #readKey(input: string, keys: Key[]): number {
    if (input.startsWith(PASTE_BEGINS)) {
      this.#paste = { text: "", length: 0 };
      return PASTE_BEGINS.length;
    }
    if (input.startsWith(ESCAPE)) return escapeSequence(input, keys);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: matches the text before the next control character.
    const text = /^[^\x00-\x1f\x7f]+/.exec(input)?.[0];
    if (text !== undefined) {
      // Drop C1 controls: no keyboard sends them.
      const clean = text.replace(/[\u0080-\u009f]/g, "");
      if (clean !== "") keys.push({ type: "text", text: clean });
      return text.length;
    }
    const control = input.charAt(0);
    const name = CONTROL[control] ?? (`ctrl-${String.fromCharCode(control.charCodeAt(0) + 0x60)}` as const);
    keys.push(key(name));
    // Some terminals send CR and LF for Enter.
    return input.startsWith("\r\n") ? 2 : 1;
  }

  #readPaste(input: string, keys: Key[]): number {
    const paste = this.#paste;
    if (paste === null) return 0;
    const end = input.indexOf(PASTE_ENDS);
    // The end marker may be split as well.
    const held = end === -1 ? longestTail(input, PASTE_ENDS) : 0;
    const part = input.slice(0, end === -1 ? input.length - held : end);
    paste.length += part.length;
    if (paste.length <= this.#maxPaste) paste.text += part;
    if (end === -1) return part.length;
    this.#paste = null;
    keys.push(this.#pasteOf(paste));
    return end + PASTE_ENDS.length;
  }

  #pasteOf({ text, length }: { text: string; length: number }): Key {
    const refused = length > this.#maxPaste ? length : null;
    return { type: "paste", text: refused === null ? cleanPaste(text) : "", refused };
  }
}

function escapeSequence(input: string, keys: Key[]): number {
  const [sequence, numbers = "", final, letter] = SEQUENCE.exec(input) ?? [];
  if (sequence !== undefined) {
    const [first = "", modifiers = "1"] = numbers.split(";");
    const name = letter === "M" ? "enter" : final === "~" ? NUMBERED[first] : FINAL[final ?? letter ?? ""];
    const shift = final === "Z" || ((Number(modifiers) - 1) & 1) === 1;
    if (name !== undefined) keys.push(key(name, shift));
    return sequence.length;
  }
  if (UNFINISHED.test(input) && input.length < MAX_SEQUENCE) return 0;
  keys.push(key("escape"));
  return 1;
}

function key(name: KeyName, shift = false): Key {
  return { type: "key", name, shift };
}

function cleanPaste(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are removed.
  return text.replace(/\r\n?/g, "\n").replace(/[\x00-\x08\x0b-\x1f\x7f-\x9f]/g, "");
}

/** Returns the length of the longest suffix of `text` that is a prefix of `mark`. */
function longestTail(text: string, mark: string): number {
  for (let length = Math.min(text.length, mark.length - 1); length > 0; length--) {
    if (mark.startsWith(text.slice(-length))) return length;
  }
  return 0;
}
