export interface AlignerOptions {
  /** Tokens that must agree before a place in the draft is believed to be where the output is. Default 3. */
  readonly minMatch?: number;
  /** Tokens compared at most when places are weighed against each other. Default 16. */
  readonly maxMatch?: number;
  /** Places weighed at most, those nearest to the last good one. Default 16. */
  readonly maxPlaces?: number;
}

/**
 * Follows an answer through the text that it is likely to resemble, and says what would come next if it went on
 * resembling it. Where the answer leaves the draft, the last tokens of the answer are looked up in the draft until
 * they are found again. Every token costs the same bounded work, whatever the draft's length.
 */
export class DraftAligner {
  readonly #draft: readonly number[];
  readonly #minMatch: number;
  readonly #maxMatch: number;
  readonly #maxPlaces: number;
  /** Ends (exclusive) of every run of `minMatch` tokens in the draft, ascending. */
  readonly #places: ReadonlyMap<string, readonly number[]>;
  readonly #answer: number[] = [];
  /** Where the answer's next token should stand in the draft. */
  #cursor = 0;
  #aligned: boolean;

  constructor(draft: readonly number[], options: AlignerOptions = {}) {
    this.#draft = draft;
    this.#minMatch = options.minMatch ?? 3;
    this.#maxMatch = options.maxMatch ?? 16;
    this.#maxPlaces = options.maxPlaces ?? 16;
    this.#places = placesOf(draft, this.#minMatch);
    this.#aligned = draft.length > 0;
  }

  /** Whether the answer is believed to be at a known place of the draft. */
  get aligned(): boolean {
    return this.#aligned;
  }

  /** Takes the answer's next token. */
  push(token: number): void {
    this.#answer.push(token);
    if (this.#aligned && this.#draft[this.#cursor] === token) this.#cursor += 1;
    else this.#search();
  }

  /** The draft's next tokens, at most `length`; empty while the answer is not aligned. */
  proposal(length: number): readonly number[] {
    return this.#aligned ? this.#draft.slice(this.#cursor, this.#cursor + length) : [];
  }

  /** The place whose text before it agrees with the answer for longest; among equals the one nearest to the cursor. */
  #search(): void {
    this.#aligned = false;
    const places = this.#places.get(key(this.#answer, this.#answer.length, this.#minMatch));
    if (!places) return;
    let longest = 0;
    for (const place of nearest(places, this.#cursor, this.#maxPlaces)) {
      const length = this.#agreement(place);
      if (length <= longest) continue;
      longest = length;
      this.#cursor = place;
      this.#aligned = true;
    }
  }

  #agreement(place: number): number {
    let length = this.#minMatch;
    while (
      length < this.#maxMatch &&
      length < place &&
      this.#draft[place - 1 - length] === this.#answer[this.#answer.length - 1 - length]
    ) {
      length += 1;
    }
    return length;
  }
}

function placesOf(draft: readonly number[], length: number): Map<string, number[]> {
  const places = new Map<string, number[]>();
  for (let end = length; end <= draft.length; end++) {
    const run = key(draft, end, length);
    const known = places.get(run);
    if (known) known.push(end);
    else places.set(run, [end]);
  }
  return places;
}

function key(tokens: readonly number[], end: number, length: number): string {
  return end < length ? "" : tokens.slice(end - length, end).join(" ");
}

/** The `count` values nearest to `target`, nearest first; what lies ahead before what lies as far behind. */
function* nearest(ascending: readonly number[], target: number, count: number): Generator<number> {
  let ahead = lowerBound(ascending, target);
  let behind = ahead - 1;
  for (let given = 0; given < count; given++) {
    const next = ascending[ahead];
    const previous = ascending[behind];
    if (next !== undefined && (previous === undefined || next - target <= target - previous)) {
      yield next;
      ahead += 1;
    } else if (previous !== undefined) {
      yield previous;
      behind -= 1;
    } else return;
  }
}

/** Index of the first value that is not below `target`. */
function lowerBound(ascending: readonly number[], target: number): number {
  let low = 0;
  let high = ascending.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ascending[middle] ?? target) < target) low = middle + 1;
    else high = middle;
  }
  return low;
}
