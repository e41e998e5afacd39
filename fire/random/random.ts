/** Numbers that look random and are the same for the same seed: mulberry32. */
export class Random {
  #state: number;

  private constructor(state: number) {
    this.#state = state;
  }

  /** Another sequence for each name, whatever was drawn under the others. */
  static of(seed: number, ...names: readonly (string | number)[]): Random {
    // FNV-1a.
    let hash = 0x811c9dc5 ^ seed;
    for (const character of names.join("/")) {
      hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
    }
    return new Random(hash >>> 0);
  }

  /** From 0 up to 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** A whole number from 0 up to and without `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  /** A whole number, both ends included. */
  between(first: number, last: number): number {
    return first + this.below(last - first + 1);
  }

  chance(share: number): boolean {
    return this.next() < share;
  }

  pick<T>(list: readonly T[]): T {
    if (list.length === 0) throw new RangeError("there is nothing to pick from");
    return list[this.below(list.length)] as T;
  }
}
