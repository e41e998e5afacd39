import { type DraftSource, NOTHING } from "./source.ts";
import { SuffixIndex } from "./suffix-index.ts";
import { Tail } from "./tail.ts";

export interface CodeSourceOptions {
  /** Matching tokens needed to accept any place in the code as the answer's position. Default 3. */
  readonly minMatch?: number;
  /** Most tokens compared when ranking places. Default 16. */
  readonly maxMatch?: number;
  /** Most places ranked, those nearest to the last good one. Default 16. */
  readonly maxPlaces?: number;
  /** Distance in tokens from the last good place within which fewer matching tokens are enough. Default 48. */
  readonly window?: number;
}

/**
 * Drafts from the code being edited. The answer is expected to start with it and to return to it after each change. To
 * find the place, looks up the answer's last tokens in the code. Near where the answer left the code, one or two
 * matching tokens are enough for a guess; further away, `minMatch` are needed.
 */
export class CodeSource implements DraftSource {
  readonly #code: SuffixIndex;
  readonly #maxMatch: number;
  readonly #maxPlaces: number;
  readonly #window: number;
  readonly #answer: Tail;
  /** Expected position of the answer's next token in the code. */
  #cursor = 0;
  /** Where the answer last left the code. */
  #leftAt = 0;
  #agreement: number;

  constructor(code: ArrayLike<number>, options: CodeSourceOptions = {}) {
    this.#code = new SuffixIndex(options.minMatch ?? 3, code.length);
    this.#code.appendAll(code);
    this.#maxMatch = options.maxMatch ?? 16;
    this.#maxPlaces = options.maxPlaces ?? 16;
    this.#window = options.window ?? 48;
    this.#answer = new Tail(this.#maxMatch);
    // An answer usually starts like the code.
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
    if (this.#agreement >= this.#code.order) this.#leftAt = this.#cursor;
    this.#agreement = 0;
    this.#search();
    if (this.#agreement === 0) this.#guess(token);
  }

  proposal(length: number): Uint32Array {
    return this.#agreement > 0 ? this.#code.slice(this.#cursor, this.#cursor + length) : NOTHING;
  }

  /** Moves to the place with the longest match before it; among equals, the one nearest to the cursor. */
  #search(): void {
    const { tokens, length } = this.#answer;
    const places = this.#code.ends(tokens, length);
    let longest = this.#code.order - 1;
    let [ahead, behind] = around(places, this.#leftAt);
    for (let weighed = 0; weighed < this.#maxPlaces; weighed++) {
      const next = places[ahead];
      const previous = places[behind];
      if (next === undefined && previous === undefined) return;
      const forward =
        next !== undefined && (previous === undefined || next - this.#leftAt <= this.#leftAt - previous);
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

  /** Guesses a place near where the answer left the code: after two matching tokens, or one that lies ahead. */
  #guess(token: number): void {
    const { tokens, length } = this.#answer;
    const before = length > 1 ? tokens[length - 2] : undefined;
    let ahead = -1;
    for (let distance = 0; distance < this.#window; distance++) {
      const next = this.#leftAt + distance;
      if (this.#code.at(next) === token) {
        if (next > 0 && this.#code.at(next - 1) === before) {
          this.#moveTo(next + 1, 2);
          return;
        }
        if (ahead < 0) ahead = next + 1;
      }
      const previous = this.#leftAt - distance - 1;
      if (previous > 0 && this.#code.at(previous) === token && this.#code.at(previous - 1) === before) {
        this.#moveTo(previous + 1, 2);
        return;
      }
    }
    if (ahead > 0) this.#moveTo(ahead, 1);
  }

  #moveTo(place: number, agreement: number): void {
    this.#cursor = place;
    this.#agreement = agreement;
  }
}

/** Returns the indexes of the first value not below `target` and of the one before it. */
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
