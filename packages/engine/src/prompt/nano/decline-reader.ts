import type { OutputParser, ParsedText } from "../format.ts";

export interface DeclineOptions {
  /** The control token by which the model declines. */
  readonly tag: string;
  /** Whether the code contains the tag as text: in the output, it may then be code too. */
  readonly isInCode: boolean;
  /** The message for users that replaces the tag. */
  readonly refusal: string;
}

/**
 * Turns output in which the model declines the edit into a refusal, and passes all other output on to another reader.
 * If the code contains the tag as text, only output that consists of just the tag is a refusal.
 */
export class DeclineReader implements OutputParser {
  readonly #reader: OutputParser;
  readonly #options: DeclineOptions;
  /** The end of the output that may be the beginning of the tag. */
  #held = "";
  #state: "open" | "declined" | "answered" = "open";

  constructor(reader: OutputParser, options: DeclineOptions) {
    this.#reader = reader;
    this.#options = options;
  }

  get fault(): string | null {
    return this.#reader.fault ?? null;
  }

  get isOver(): boolean {
    return this.#state === "declined";
  }

  push(text: string): ParsedText[] {
    if (this.#state === "declined" || text === "") return [];
    if (this.#state === "answered") return this.#reader.push(text);
    const { tag, isInCode } = this.#options;
    this.#held += text;
    if (isInCode) {
      if (tag.startsWith(this.#held)) return [];
      this.#state = "answered";
      return this.#release(this.#held.length);
    }
    const at = this.#held.indexOf(tag);
    if (at < 0) return this.#release(this.#held.length - prefixLengthAtEnd(this.#held, tag));
    const before = this.#release(at);
    return [...before, ...this.#decline()];
  }

  end(isWhole: boolean): ParsedText[] {
    if (this.#state === "declined") return [];
    if (this.#options.isInCode && isWhole && this.#held === this.#options.tag) return this.#decline();
    return [...this.#release(this.#held.length), ...this.#reader.end(isWhole)];
  }

  #release(length: number): ParsedText[] {
    const text = this.#held.slice(0, length);
    this.#held = this.#held.slice(length);
    return text === "" ? [] : this.#reader.push(text);
  }

  #decline(): ParsedText[] {
    this.#state = "declined";
    return [{ index: 1, part: { type: "refusal" }, text: this.#options.refusal }];
  }
}

/** Returns the length of the longest suffix of the text that is a prefix of the tag. */
function prefixLengthAtEnd(text: string, tag: string): number {
  for (let length = Math.min(tag.length - 1, text.length); length > 0; length--)
    if (tag.startsWith(text.slice(-length))) return length;
  return 0;
}
