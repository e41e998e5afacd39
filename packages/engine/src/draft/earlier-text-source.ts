import { type DraftSource, NOTHING } from "./source.ts";
import { SuffixIndex } from "./suffix-index.ts";
import { Tail } from "./tail.ts";

export interface EarlierTextSourceOptions {
  /** Matching tokens needed to accept a place. Default 4. */
  readonly minMatch?: number;
  /** Most tokens compared. Default 32. */
  readonly maxMatch?: number;
  /** Most places ranked, the latest ones. Default 8. */
  readonly maxPlaces?: number;
}

/**
 * Drafts from earlier text: previous answers, the prompt, and the answer so far. Proposes nothing until the answer
 * repeats some of it.
 */
export class EarlierTextSource implements DraftSource {
  readonly #earlierText: SuffixIndex;
  readonly #answer: Tail;
  readonly #maxMatch: number;
  readonly #maxPlaces: number;
  #cursor = 0;
  #agreement = 0;

  /** `texts`: the earlier texts, the prompt last. */
  constructor(texts: readonly ArrayLike<number>[], options: EarlierTextSourceOptions = {}) {
    const length = texts.reduce((total, text) => total + text.length, 0);
    this.#earlierText = new SuffixIndex(options.minMatch ?? 4, length + 256);
    for (const text of texts) {
      this.#earlierText.break();
      this.#earlierText.appendAll(text);
    }
    this.#maxMatch = options.maxMatch ?? 32;
    this.#maxPlaces = options.maxPlaces ?? 8;
    this.#answer = new Tail(this.#maxMatch);
  }

  get agreement(): number {
    return this.#agreement;
  }

  push(token: number): void {
    this.#answer.push(token);
    const follows = this.#agreement > 0 && this.#earlierText.at(this.#cursor) === token;
    if (follows) {
      this.#cursor += 1;
      this.#agreement += 1;
    } else this.#search();
    // Append only after the search, which would otherwise find the answer's own end.
    this.#earlierText.append(token);
  }

  proposal(length: number): Uint32Array {
    return this.#agreement > 0 ? this.#earlierText.slice(this.#cursor, this.#cursor + length) : NOTHING;
  }

  #search(): void {
    this.#agreement = 0;
    const { tokens, length } = this.#answer;
    const places = this.#earlierText.ends(tokens, length);
    let longest = this.#earlierText.order - 1;
    const last = Math.max(0, places.length - this.#maxPlaces);
    for (let index = places.length - 1; index >= last; index--) {
      const place = places[index] ?? 0;
      const agreement = this.#earlierText.agreement(place, tokens, length, this.#maxMatch);
      if (agreement <= longest) continue;
      longest = agreement;
      this.#agreement = agreement;
      this.#cursor = place;
    }
  }
}
