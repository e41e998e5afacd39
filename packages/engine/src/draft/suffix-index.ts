/** An index of token texts for looking up the end of another text, in time independent of their length. */
export class SuffixIndex {
  readonly #order: number;
  #tokens: Uint32Array;
  #length = 0;
  /** Tokens since the last break; runs do not cross it. */
  #unbroken = 0;
  /** Ascending ends (exclusive) of the runs of `order` tokens, by hash. */
  readonly #ends = new Map<number, number[]>();

  /** `order`: number of matching tokens for two places to be considered alike. */
  constructor(order: number, capacity = 0) {
    this.#order = order;
    this.#tokens = new Uint32Array(capacity);
  }

  get length(): number {
    return this.#length;
  }

  get order(): number {
    return this.#order;
  }

  at(place: number): number | undefined {
    return place < this.#length ? this.#tokens[place] : undefined;
  }

  slice(start: number, end: number): Uint32Array {
    return this.#tokens.subarray(start, Math.min(end, this.#length));
  }

  append(token: number): void {
    if (this.#length === this.#tokens.length) this.#grow();
    this.#tokens[this.#length] = token;
    this.#length += 1;
    this.#unbroken += 1;
    if (this.#unbroken < this.#order) return;
    const run = this.#hash(this.#tokens, this.#length);
    const known = this.#ends.get(run);
    if (known) known.push(this.#length);
    else this.#ends.set(run, [this.#length]);
  }

  appendAll(tokens: ArrayLike<number>): void {
    for (let index = 0; index < tokens.length; index++) this.append(tokens[index] ?? 0);
  }

  /** Starts a new text: what follows does not continue the previous one. */
  break(): void {
    this.#unbroken = 0;
  }

  /**
   * Returns the ascending places where the end of `text` (its first `length` tokens) may occur. May include hash
   * collisions: compare with {@link agreement}.
   */
  ends(text: Uint32Array, length: number): readonly number[] {
    return length < this.#order ? NONE : (this.#ends.get(this.#hash(text, length)) ?? NONE);
  }

  /** Counts the tokens before `place` that match the end of `text`, up to `most`. */
  agreement(place: number, text: Uint32Array, length: number, most: number): number {
    const limit = Math.min(most, place, length);
    let count = 0;
    while (count < limit && this.#tokens[place - 1 - count] === text[length - 1 - count]) count += 1;
    return count;
  }

  #hash(tokens: Uint32Array, end: number): number {
    let hash = 0;
    for (let index = end - this.#order; index < end; index++) {
      hash = Math.imul(hash ^ (tokens[index] ?? 0), 0x9e3779b1);
      hash ^= hash >>> 15;
    }
    return hash;
  }

  #grow(): void {
    const larger = new Uint32Array(Math.max(64, 2 * this.#tokens.length));
    larger.set(this.#tokens);
    this.#tokens = larger;
  }
}

const NONE: readonly number[] = [];
