import type { Part } from "../../contract/index.ts";
import type { ParsedText } from "../format.ts";

type CallPart = Extract<Part, { type: "function_call" | "custom_tool_call" }>;

/** Characters that a fence has at most, the spaces before it and its first three marks. */
const FENCE_LENGTH = 6;

/**
 * Puts an answer's parts in order. White space between two parts belongs to neither; a text's own last white space is
 * held back until it is known to be followed by more text, or by nothing.
 */
export class PartWriter {
  #parsed: ParsedText[] = [];
  #part: Part | null = null;
  #index = -1;
  /** Nothing but white space has come. */
  #isBlank = true;
  #space = "";
  /** The beginning of the line that the text ends with, as far as it tells a fence. */
  #line = "";
  #fenced = false;

  /** Whether the text so far ends with a line's end, or is empty. */
  get atLineStart(): boolean {
    return this.#line === "";
  }

  /** Whether the text so far ends within a fenced code block. */
  get fenced(): boolean {
    return this.#fenced;
  }

  text(text: string): void {
    this.#watchFences(text);
    this.#write("text", text);
  }

  reasoning(text: string): void {
    this.#write("reasoning", text);
  }

  /** Begins a call; {@link argument} adds its text. */
  call(part: CallPart): void {
    this.#space = "";
    this.#begin(part);
    this.#line = "";
    this.#parsed.push({ index: this.#index, part, text: "" });
  }

  argument(text: string): void {
    this.#emit(text);
  }

  /** Ends the part, so that what follows is another one, even of the same kind. */
  close(): void {
    this.#space = "";
    this.#part = null;
    this.#isBlank = false;
  }

  /** Ends the answer: what was held back is text, unless it stands after another part. */
  end(): void {
    if (this.#space !== "" && (this.#isBlank || this.#part?.type === "text")) {
      if (this.#isBlank) this.#begin({ type: "text" });
      this.#emit(this.#space);
    }
    this.#space = "";
  }

  /** What was written since the last time, neighbours of one part joined. */
  drain(): ParsedText[] {
    const parsed = this.#parsed;
    this.#parsed = [];
    return parsed;
  }

  #write(type: "text" | "reasoning", text: string): void {
    const solid = text.trimEnd();
    if (solid === "") {
      this.#space += text;
      return;
    }
    const body = this.#space + solid;
    this.#space = text.slice(solid.length);
    if (this.#part?.type === type) {
      this.#emit(body);
      return;
    }
    const keepsSpace = this.#isBlank && type === "text";
    this.#begin({ type });
    this.#emit(keepsSpace ? body : body.trimStart());
  }

  #begin(part: Part): void {
    this.#part = part;
    this.#index += 1;
    this.#isBlank = false;
  }

  #emit(text: string): void {
    const part = this.#part;
    if (!part || text === "") return;
    const last = this.#parsed.at(-1);
    if (last?.index === this.#index)
      this.#parsed[this.#parsed.length - 1] = { ...last, text: last.text + text };
    else this.#parsed.push({ index: this.#index, part, text });
  }

  #watchFences(text: string): void {
    for (const [place, piece] of text.split("\n").entries()) {
      if (place > 0) {
        if (/^ {0,3}(```|~~~)/.test(this.#line)) this.#fenced = !this.#fenced;
        this.#line = "";
      }
      this.#line += piece.slice(0, FENCE_LENGTH - this.#line.length);
    }
  }
}
