/** A seeded pseudorandom number generator (mulberry32). */
export class Random {
  #state: number;

  private constructor(state: number) {
    this.#state = state;
  }

  /** Returns a generator with a separate sequence for these names, independent of the others. */
  static of(seed: number, ...names: readonly (string | number)[]): Random {
    // FNV-1a.
    let hash = 0x811c9dc5 ^ seed;
    for (const character of names.join("/")) {
      hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
    }
    return new Random(hash >>> 0);
  }

  /** Returns a number from 0 to 1, excluding 1. */
  next(): number {
    this.#state = (this.#state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), this.#state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  }

  /** Returns an integer from 0 to `end`, excluding `end`. */
  below(end: number): number {
    return Math.floor(this.next() * end);
  }

  /** Returns an integer between `first` and `last`, both included. */
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
