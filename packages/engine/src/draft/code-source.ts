import { type DraftSource, NOTHING } from "./source.ts";
import { SuffixIndex } from "./suffix-index.ts";
import { Tail } from "./tail.ts";

export interface CodeSourceOptions {
  /** Tokens that must agree before any place of the code is believed to be where the answer is. Default 3. */
  readonly minMatch?: number;
  /** Tokens compared at most when places are weighed against each other. Default 16. */
  readonly maxMatch?: number;
  /** Places weighed at most, those nearest to the last good one. Default 16. */
  readonly maxPlaces?: number;
  /** Tokens on either side of the last good place among which fewer matches are a reason to go on. Default 48. */
  readonly window?: number;
}

/**
 * The code at hand. The answer is expected to begin with it, and to come back to it after every change: then the last
 * tokens of the answer are looked up in the code. Near the place that the answer left, one or two tokens are enough for
 * a guess; further away it takes `minMatch` of them.
 */
export class CodeSource implements DraftSource {
  readonly #code: SuffixIndex;
  readonly #maxMatch: number;
  readonly #maxPlaces: number;
  readonly #window: number;
  readonly #answer: Tail;
  /** Where the answer's next token should stand in the code. */
  #cursor = 0;
  /** Where the answer last left the code. */
  #left = 0;
  #agreement: number;

  constructor(code: ArrayLike<number>, options: CodeSourceOptions = {}) {
    this.#code = new SuffixIndex(options.minMatch ?? 3, code.length);
    this.#code.appendAll(code);
    this.#maxMatch = options.maxMatch ?? 16;
    this.#maxPlaces = options.maxPlaces ?? 16;
    this.#window = options.window ?? 48;
    this.#answer = new Tail(this.#maxMatch);
    // An answer to code begins as the code does, more often than not.
    this.#agreement = code.length > 0 ? this.#code.order : 0;
  }

  get agreement(): number {
    return this.#agreement;
  }

  push(token: number): void {
    this.#answer.push(token);
    if (this.#agreement > 0 && this.#code.at(this.#cursor) === token) {
      this.#cursor += 1;
      this.#agreement += 1;
      return;
    }
    if (this.#agreement >= this.#code.order) this.#left = this.#cursor;
    this.#agreement = 0;
    this.#search();
    if (this.#agreement === 0) this.#guess(token);
  }

  proposal(length: number): Uint32Array {
    return this.#agreement > 0 ? this.#code.slice(this.#cursor, this.#cursor + length) : NOTHING;
  }

  /** The place whose text before it agrees with the answer for longest; among equals the one nearest to the cursor. */
  #search(): void {
    const { tokens, length } = this.#answer;
    const places = this.#code.ends(tokens, length);
    let longest = this.#code.order - 1;
    let [ahead, behind] = around(places, this.#left);
    for (let weighed = 0; weighed < this.#maxPlaces; weighed++) {
      const next = places[ahead];
      const previous = places[behind];
      if (next === undefined && previous === undefined) return;
      const forward =
        next !== undefined && (previous === undefined || next - this.#left <= this.#left - previous);
      const place = (forward ? next : previous) ?? 0;
      if (forward) ahead += 1;
      else behind -= 1;
      const agreement = this.#code.agreement(place, tokens, length, this.#maxMatch);
      if (agreement <= longest) continue;
      longest = agreement;
      this.#agreement = agreement;
      this.#cursor = place;
    }
  }

  /** Near the place that the answer left: two tokens that agree, or one that lies ahead. */
  #guess(token: number): void {
    const { tokens, length } = this.#answer;
    const before = length > 1 ? tokens[length - 2] : undefined;
    let ahead = -1;
    for (let distance = 0; distance < this.#window; distance++) {
      const next = this.#left + distance;
      if (this.#code.at(next) === token) {
        if (next > 0 && this.#code.at(next - 1) === before) {
          this.#believe(next + 1, 2);
          return;
        }
        if (ahead < 0) ahead = next + 1;
      }
      const previous = this.#left - distance - 1;
      if (previous > 0 && this.#code.at(previous) === token && this.#code.at(previous - 1) === before) {
        this.#believe(previous + 1, 2);
        return;
      }
    }
    if (ahead > 0) this.#believe(ahead, 1);
  }

  #believe(place: number, agreement: number): void {
    this.#cursor = place;
    this.#agreement = agreement;
  }
}

/** Indexes of the first value that is not below `target`, and of the one before it. */
function around(ascending: readonly number[], target: number): [ahead: number, behind: number] {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? target) < target) low = middle + 1;
    else high = middle;
  }
  return [low, low - 1];
}
