import { CharSet } from "../grammar/index.ts";

/** Character ranges that are merged, compared or hashed in the time of one step of work. */
const RANGES_A_STEP = 10;
/** An upper bound on the number of sets, used to combine two set numbers into one key. */
const MOST_SETS = 2 ** 26;

/** Numbers character sets and caches their unions and intersections: automata use the same few sets repeatedly. */
export class SetTable {
  readonly #spend: (steps: number) => void;
  readonly #numbers = new Map<CharSet, number>();
  readonly #byKey = new Map<string, number>();
  readonly #unions = new Map<string, CharSet>();
  readonly #common = new Map<number, CharSet>();

  /** `spend` counts the work, and may throw. */
  constructor(spend: (steps: number) => void) {
    this.#spend = spend;
  }

  /** Returns a number that is the same for equal sets. */
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

  intersect(one: CharSet, another: CharSet): CharSet {
    const key = this.number(one) * MOST_SETS + this.number(another);
    const known = this.#common.get(key);
    if (known) return known;
    this.#spend((one.ranges.length + another.ranges.length) / RANGES_A_STEP);
    const common = one.intersect(another);
    this.#common.set(key, common);
    return common;
  }
}
