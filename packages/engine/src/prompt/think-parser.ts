import type { Part } from "../contract/index.ts";
import type { OutputParser, ParsedText } from "./format.ts";

const OPEN = "<think>";
const CLOSE = "</think>";

type State = "start" | "reasoning" | "text";

/**
 * Reads `<think>…</think>` at the start of an answer as reasoning, and everything else as text. A tag further on is
 * text: an answer may well be about tags. White space around the tags belongs to neither part.
 */
export class ThinkParser implements OutputParser {
  #state: State;
  #held = "";
  /** White space is dropped until a part has its first character. */
  #blank = true;
  #index = -1;

  /** `thinking`: the prompt ends with the opening tag, so the answer begins inside it. */
  constructor(options: { thinking: boolean }) {
    this.#state = options.thinking ? "reasoning" : "start";
  }

  push(text: string): ParsedText[] {
    this.#held += text;
    const parsed: ParsedText[] = [];
    if (this.#state === "start" && !this.#readOpening()) return parsed;
    if (this.#state === "reasoning") this.#readReasoning(parsed);
    if (this.#state === "text") this.#emit(parsed, this.#held.length);
    return parsed;
  }

  end(): ParsedText[] {
    const parsed: ParsedText[] = [];
    if (this.#state === "start") {
      this.#state = "text";
      this.#blank = false;
    }
    this.#emit(parsed, this.#held.length);
    return parsed;
  }

  /** False while it cannot be told yet whether the answer begins with the tag. */
  #readOpening(): boolean {
    const start = this.#held.trimStart();
    if (start.length < OPEN.length && OPEN.startsWith(start)) return false;
    if (start.startsWith(OPEN)) {
      this.#state = "reasoning";
      this.#held = start.slice(OPEN.length);
    } else {
      this.#state = "text";
      this.#blank = false;
    }
    return true;
  }

  #readReasoning(parsed: ParsedText[]): void {
    const close = this.#held.indexOf(CLOSE);
    if (close === -1) {
      this.#emit(parsed, this.#held.length - endingLength(this.#held));
      return;
    }
    this.#emit(parsed, this.#held.slice(0, close).trimEnd().length);
    this.#held = this.#held.slice(this.#held.indexOf(CLOSE) + CLOSE.length);
    this.#state = "text";
    this.#blank = true;
  }

  #emit(parsed: ParsedText[], length: number): void {
    let text = this.#held.slice(0, length);
    this.#held = this.#held.slice(length);
    if (this.#blank) text = text.trimStart();
    if (text === "") return;
    const part: Part = { type: this.#state === "reasoning" ? "reasoning" : "text" };
    if (this.#blank || this.#index === -1) this.#index += 1;
    this.#blank = false;
    parsed.push({ index: this.#index, part, text });
  }
}

/** Length of the end of `text` that may be white space before the closing tag, with the tag's first characters. */
function endingLength(text: string): number {
  let tag = Math.min(CLOSE.length - 1, text.length);
  while (tag > 0 && !CLOSE.startsWith(text.slice(text.length - tag))) tag -= 1;
  return text.length - text.slice(0, text.length - tag).trimEnd().length;
}
