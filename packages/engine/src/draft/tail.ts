/** The last tokens of an answer. */
export class Tail {
  /** Twice as many as are kept, so that they lie in a row. */
  readonly #tokens: Uint32Array;
  readonly #kept: number;
  #length = 0;

  constructor(kept: number) {
    this.#kept = kept;
    this.#tokens = new Uint32Array(2 * kept);
  }

  /** The tokens, oldest first; only the first {@link length} count. */
  get tokens(): Uint32Array {
    return this.#tokens;
  }

  get length(): number {
    return this.#length;
  }

  push(token: number): void {
    if (this.#length === this.#tokens.length) {
      this.#tokens.copyWithin(0, this.#length - this.#kept);
      this.#length = this.#kept;
    }
    this.#tokens[this.#length] = token;
    this.#length += 1;
  }
}
