import { CharSet } from "../grammar/index.ts";

/** So many ranges of characters are put together, compared or told apart in the time of a step. */
const RANGES_A_STEP = 10;
/** More sets than there can be. */
const MOST_SETS = 2 ** 26;

/** Tells sets of characters apart, and makes what is made of the same ones once: automata have few, time and again. */
export class SetTable {
  readonly #spend: (steps: number) => void;
  readonly #numbers = new Map<CharSet, number>();
  readonly #byKey = new Map<string, number>();
  readonly #unions = new Map<string, CharSet>();
  readonly #common = new Map<number, CharSet>();

  /** `spend` takes note of the work, and may throw. */
  constructor(spend: (steps: number) => void) {
    this.#spend = spend;
  }

  /** The same for equal sets. */
  number(set: CharSet): number {
    const known = this.#numbers.get(set);
    if (known !== undefined) return known;
    this.#spend(set.ranges.length / RANGES_A_STEP);
    const number = this.#byKey.get(set.key) ?? this.#byKey.size;
    this.#byKey.set(set.key, number);
    this.#numbers.set(set, number);
    return number;
  }

  union(sets: readonly CharSet[]): CharSet {
    const [only] = sets;
    if (only && sets.length === 1) return only;
    const key = sets
      .map((set) => this.number(set))
      .sort((a, b) => a - b)
      .join();
    const known = this.#unions.get(key);
    if (known) return known;
    this.#spend(sets.reduce((sum, { ranges }) => sum + ranges.length, 0) / RANGES_A_STEP);
    const union = CharSet.union(sets);
    this.#unions.set(key, union);
    return union;
  }

  and(one: CharSet, another: CharSet): CharSet {
    const key = this.number(one) * MOST_SETS + this.number(another);
    const known = this.#common.get(key);
    if (known) return known;
    this.#spend((one.ranges.length + another.ranges.length) / RANGES_A_STEP);
    const common = one.and(another);
    this.#common.set(key, common);
    return common;
  }
}
