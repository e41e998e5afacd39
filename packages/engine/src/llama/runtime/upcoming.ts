import type { Origin, PromptSegment, PromptText } from "../../prompt/index.ts";

interface Known {
  readonly text: string;
  readonly special: boolean;
  readonly isWritten: boolean;
}

/** The part of a prompt's text that is not matched yet. */
export class Upcoming {
  readonly #segments: PromptText;
  #segment = 0;
  /** Matched characters of the current segment. */
  #offset = 0;

  constructor(segments: PromptText) {
    this.#segments = segments;
    this.#settle();
  }

  /** Origin of the next text. */
  get origin(): Origin | null {
    return this.#segments[this.#segment]?.origin ?? null;
  }

  /** Matches a known passage if the text continues with it. Generated text may span several segments. */
  tryMatch({ text, special, isWritten }: Known): boolean {
    if (isWritten) {
      const reach = this.common(text).at(-1)?.length ?? 0;
      if (reach < text.length) return false;
    } else {
      const segment = this.#segments[this.#segment];
      if (segment?.special !== special || !segment.text.startsWith(text, this.#offset)) return false;
    }
    this.skip(text.length);
    return true;
  }

  /**
   * Returns the common prefix of the upcoming text and `text`: an entry for each segment it reaches, with the number of
   * common characters up to the segment's end.
   */
  common(text: string): { readonly length: number; readonly origin: Origin | null }[] {
    const reached: { length: number; origin: Origin | null }[] = [];
    let length = 0;
    for (let place = this.#segment; place < this.#segments.length && length < text.length; place++) {
      const segment = this.#segments[place];
      if (!segment) break;
      const offset = place === this.#segment ? this.#offset : 0;
      const found = commonLength(segment.text, offset, text, length);
      length += found;
      reached.push({ length, origin: segment.origin ?? null });
      if (offset + found < segment.text.length) break;
    }
    return reached;
  }

  skip(characters: number): void {
    this.#offset += characters;
    this.#settle();
  }

  /** Returns the remaining segments. */
  rest(): PromptSegment[] {
    const [first, ...more] = this.#segments.slice(this.#segment);
    if (!first) return [];
    return [{ ...first, text: first.text.slice(this.#offset) }, ...more].filter(({ text }) => text !== "");
  }

  #settle(): void {
    for (;;) {
      const length = this.#segments[this.#segment]?.text.length;
      if (length === undefined || this.#offset < length) return;
      this.#offset -= length;
      this.#segment += 1;
    }
  }
}

function commonLength(a: string, aStart: number, b: string, bStart: number): number {
  const longest = Math.min(a.length - aStart, b.length - bStart);
  let length = 0;
  while (length < longest && a.charCodeAt(aStart + length) === b.charCodeAt(bStart + length)) length += 1;
  return length;
}
