import type { Part } from "../../contract/index.ts";
import type { ParsedText } from "../format.ts";

type CallPart = Extract<Part, { type: "function_call" | "custom_tool_call" }>;

/** Characters needed to recognise a fence: up to three spaces and its first three marks. */
const FENCE_LENGTH = 6;

/**
 * Collects the parts of a response. White space between two parts belongs to neither; trailing white space of a text
 * is held back until more text follows, or the output ends.
 */
export class PartWriter {
  #parsed: ParsedText[] = [];
  #part: Part | null = null;
  #index = -1;
  /** Whether only white space was written until now. */
  #isBlank = true;
  #space = "";
  /** The beginning of the last line, as far as needed to recognise a fence. */
  #line = "";
  #isInFence = false;

  /** Whether the text so far is empty or ends with a line break. */
  get atLineStart(): boolean {
    return this.#line === "";
  }

  /** Whether the text so far ends within a fenced code block. */
  get isInFence(): boolean {
    return this.#isInFence;
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

  /** Ends the part: what follows becomes a new one, even of the same type. */
  close(): void {
    this.#space = "";
    this.#part = null;
    this.#isBlank = false;
  }

  /** Ends the response: white space held back is text, unless it follows a part of another type. */
  end(): void {
    if (this.#space !== "" && (this.#isBlank || this.#part?.type === "text")) {
      if (this.#isBlank) this.#begin({ type: "text" });
      this.#emit(this.#space);
    }
    this.#space = "";
  }

  /** Returns what was written since the last call, with adjacent pieces of a part joined. */
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
        if (/^ {0,3}(```|~~~)/.test(this.#line)) this.#isInFence = !this.#isInFence;
        this.#line = "";
      }
      this.#line += piece.slice(0, FENCE_LENGTH - this.#line.length);
    }
  }
}
