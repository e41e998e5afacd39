/** Keeps the last tokens of an answer. */
export class Tail {
  /** Twice the kept size, so that the kept tokens are contiguous. */
  readonly #tokens: Uint32Array;
  readonly #kept: number;
  #length = 0;

  constructor(kept: number) {
    this.#kept = kept;
    this.#tokens = new Uint32Array(2 * kept);
  }

  /** The tokens, oldest first; only the first {@link length} are valid. */
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
