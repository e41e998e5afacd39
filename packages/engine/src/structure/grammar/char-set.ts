const MAX = 0x10ffff;
const SURROGATES = [0xd800, 0xdfff] as const;

type Range = readonly [first: number, last: number];

/** A set of characters, as sorted ranges of code points. Never contains surrogates. */
export class CharSet {
  readonly ranges: readonly Range[];
  #key: string | undefined;

  private constructor(ranges: readonly Range[]) {
    this.ranges = ranges;
  }

  static of(...ranges: readonly (number | Range)[]): CharSet {
    const whole = ranges.map((range): Range => (typeof range === "number" ? [range, range] : range));
    return new CharSet(merged(whole.flatMap(withoutSurrogates)));
  }

  /** Returns the set of a text's characters. */
  static in(text: string): CharSet {
    return CharSet.of(...Array.from(text, (character) => character.codePointAt(0) ?? 0));
  }

  static union(sets: readonly CharSet[]): CharSet {
    return new CharSet(merged(sets.flatMap((set) => set.ranges)));
  }

  get isEmpty(): boolean {
    return this.ranges.length === 0;
  }

  /** Equal for equal sets only. */
  get key(): string {
    this.#key ??= this.ranges.join(";");
    return this.#key;
  }

  has(character: number): boolean {
    let [low, high] = [0, this.ranges.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((this.ranges[middle]?.[1] ?? MAX) < character) low = middle + 1;
      else high = middle;
    }
    return (this.ranges[low]?.[0] ?? MAX + 1) <= character;
  }

  complement(): CharSet {
    const gaps: Range[] = [];
    let next = 0;
    for (const [first, last] of this.ranges) {
      if (first > next) gaps.push([next, first - 1]);
      next = last + 1;
    }
    if (next <= MAX) gaps.push([next, MAX]);
    return new CharSet(gaps.flatMap(withoutSurrogates));
  }

  minus(other: CharSet): CharSet {
    return this.intersect(other.complement());
  }

  intersect(other: CharSet): CharSet {
    const common: Range[] = [];
    let [mine, its] = [0, 0];
    for (;;) {
      const [one, another] = [this.ranges[mine], other.ranges[its]];
      if (!one || !another) return new CharSet(common);
      const [first, last] = [Math.max(one[0], another[0]), Math.min(one[1], another[1])];
      if (first <= last) common.push([first, last]);
      if (one[1] === last) mine++;
      else its++;
    }
  }

  /** Returns the set with the other case of each of its letters added. */
  ignoringCase(): CharSet {
    const cases = otherCases();
    const others = this.ranges.flatMap(([first, last]) => {
      const within: number[] = [];
      for (let at = firstFrom(cases, first); (cases[at]?.[0] ?? MAX) <= last && at < cases.length; at++) {
        const other = cases[at]?.[1] ?? 0;
        if (other < first || other > last) within.push(other);
      }
      return within;
    });
    return new CharSet(merged([...this.ranges, ...others.map((other): Range => [other, other])]));
  }
}

/**
 * Blocks that contain letters with two cases: Latin to Coptic, the supplements of Cyrillic and Cherokee, and smaller
 * ones beyond.
 */
const CASED: readonly Range[] = [
  [0x41, 0x2dff],
  [0xa640, 0xabff],
  [0xff21, 0xff5a],
  [0x10400, 0x10fff],
  [0x118a0, 0x118df],
  [0x16e40, 0x16eff],
  [0x1e900, 0x1e943],
];
let knownCases: readonly (readonly [code: number, other: number])[] | undefined;

/** Returns pairs of a letter and its other case, about 2,800, computed on first use. */
function otherCases(): readonly (readonly [code: number, other: number])[] {
  if (knownCases) return knownCases;
  const cases: [number, number][] = [];
  for (const [first, last] of CASED) {
    for (let code = first; code <= last; code++) {
      const character = String.fromCodePoint(code);
      for (const other of new Set([character.toLowerCase(), character.toUpperCase()])) {
        const point = other.codePointAt(0) ?? code;
        if (point !== code && String.fromCodePoint(point) === other) cases.push([code, point]);
      }
    }
  }
  knownCases = cases;
  return cases;
}

/** Returns the index of the first pair, in sorted order, whose code is at least `code`. */
function firstFrom(cases: readonly (readonly [code: number, other: number])[], code: number): number {
  let [low, high] = [0, cases.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((cases[middle]?.[0] ?? MAX) < code) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The set of all characters. */
export const ANY_CHARACTER = CharSet.of([0, MAX]);
export const DIGITS = CharSet.of([0x30, 0x39]);

function withoutSurrogates([first, last]: Range): Range[] {
  const [low, high] = SURROGATES;
  if (last < low || first > high) return [[first, last]];
  const parts: Range[] = [];
  if (first < low) parts.push([first, low - 1]);
  if (last > high) parts.push([high + 1, last]);
  return parts;
}

function merged(ranges: readonly Range[]): Range[] {
  const sorted = [...ranges].sort(([a], [b]) => a - b);
  const result: [number, number][] = [];
  for (const [first, last] of sorted) {
    const before = result.at(-1);
    if (before && first <= before[1] + 1) before[1] = Math.max(before[1], last);
    else result.push([first, last]);
  }
  return result;
}
