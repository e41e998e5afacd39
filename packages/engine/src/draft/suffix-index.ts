/** Texts of tokens in which the end of another text can be looked up, at the same cost however long they are. */
export class SuffixIndex {
  readonly #order: number;
  #tokens: Uint32Array;
  #length = 0;
  /** Since the last break: runs of tokens do not reach over it. */
  #unbroken = 0;
  /** Ends (exclusive) of the runs of `order` tokens, ascending, by the runs' hash. */
  readonly #ends = new Map<number, number[]>();

  /** `order`: tokens that must agree before two places count as alike. */
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

  /** What is appended next does not go on from what is there. */
  break(): void {
    this.#unbroken = 0;
  }

  /**
   * Places at which the end of `text` (its first `length` tokens) may be found, ascending. Texts of equal hash are among
   * them: compare with {@link agreement}.
   */
  ends(text: Uint32Array, length: number): readonly number[] {
    return length < this.#order ? NONE : (this.#ends.get(this.#hash(text, length)) ?? NONE);
  }

  /** Tokens before `place` that agree with the end of `text`, `most` at most. */
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
