import type { Origin, PromptSegment, PromptText } from "../../prompt/index.ts";

interface Known {
  readonly text: string;
  readonly special: boolean;
  readonly isWritten: boolean;
}

/** The text of a prompt that has not been accounted for yet. */
export class Upcoming {
  readonly #segments: PromptText;
  #segment = 0;
  /** Characters of the segment that are accounted for. */
  #offset = 0;

  constructor(segments: PromptText) {
    this.#segments = segments;
    this.#settle();
  }

  /** Where the next text comes from. */
  get origin(): Origin | null {
    return this.#segments[this.#segment]?.origin ?? null;
  }

  /** Takes a known passage if the text goes on with it. What the model wrote may reach over several segments. */
  takes({ text, special, isWritten }: Known): boolean {
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
   * How far the upcoming text begins as `text` does: an entry for each segment that it reaches into, with the
   * characters in common up to the segment's end.
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

  /** What is left, in segments. */
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
