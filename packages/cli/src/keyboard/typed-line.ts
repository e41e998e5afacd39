import type { Key } from "./key.ts";

const SEGMENTER = new Intl.Segmenter();

/** An editable line with a cursor. May contain line breaks from pasted text. */
export class TypedLine {
  readonly #maxLength: number;
  #before = "";
  #after = "";

  /** The line holds at most `maxLength` UTF-16 units; text beyond that is ignored. */
  constructor(maxLength: number) {
    this.#maxLength = maxLength;
  }

  get text(): string {
    return this.#before + this.#after;
  }

  /** The text before and after the cursor. */
  get parts(): { readonly before: string; readonly after: string } {
    return { before: this.#before, after: this.#after };
  }

  /** Replaces the text, and moves the cursor to its end. */
  set(text: string): void {
    this.#before = text;
    this.#after = "";
  }

  /** Returns the text and clears the line. */
  take(): string {
    const { text } = this;
    this.set("");
    return text;
  }

  /** Applies an editing key. Returns whether the key was one. */
  press(key: Key): boolean {
    if (key.type !== "key") return this.#insert(key.text);
    switch (key.name) {
      case "backspace":
        this.#before = withoutLast(this.#before);
        return true;
      case "delete":
        this.#after = withoutFirst(this.#after);
        return true;
      case "ctrl-w":
        this.#before = withoutLastWord(this.#before);
        return true;
      case "ctrl-u":
        this.#before = "";
        return true;
      case "left":
        return this.#move(withoutLast(this.#before).length);
      case "right":
        return this.#move(this.text.length - withoutFirst(this.#after).length);
      case "home":
        return this.#move(0);
      case "end":
        return this.#move(this.text.length);
      default:
        return false;
    }
  }

  #insert(text: string): boolean {
    if (this.text.length + text.length <= this.#maxLength) this.#before += text;
    return true;
  }

  #move(to: number): boolean {
    const { text } = this;
    this.#before = text.slice(0, to);
    this.#after = text.slice(to);
    return true;
  }
}

/** Removes the last grapheme. */
function withoutLast(text: string): string {
  const last = SEGMENTER.segment(text).containing(text.length - 1);
  return last === undefined ? "" : text.slice(0, last.index);
}

function withoutLastWord(text: string): string {
  const words = text.trimEnd();
  let end = words.length;
  while (end > 0 && !/\s/.test(words.charAt(end - 1))) end--;
  return words.slice(0, end);
}

function withoutFirst(text: string): string {
  return text.slice(SEGMENTER.segment(text).containing(0)?.segment.length ?? 0);
}
