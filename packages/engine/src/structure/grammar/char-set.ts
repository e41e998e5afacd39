const MAX = 0x10ffff;
const SURROGATES = [0xd800, 0xdfff] as const;

type Range = readonly [first: number, last: number];

/** A set of characters, as sorted ranges of code points. Halves of characters are in none. */
export class CharSet {
  readonly ranges: readonly Range[];

  private constructor(ranges: readonly Range[]) {
    this.ranges = ranges;
  }

  static of(...ranges: readonly (number | Range)[]): CharSet {
    const whole = ranges.map((range): Range => (typeof range === "number" ? [range, range] : range));
    return new CharSet(merged(whole.flatMap(withoutSurrogates)));
  }

  /** The characters of a text. */
  static in(text: string): CharSet {
    return CharSet.of(...Array.from(text, (character) => character.codePointAt(0) ?? 0));
  }

  static union(sets: readonly CharSet[]): CharSet {
    return new CharSet(merged(sets.flatMap((set) => set.ranges)));
  }

  get isEmpty(): boolean {
    return this.ranges.length === 0;
  }

  has(character: number): boolean {
    return this.ranges.some(([first, last]) => first <= character && character <= last);
  }

  complement(): CharSet {
    const gaps: Range[] = [];
    let next = 0;
    for (const [first, last] of this.ranges) {
      if (first > next) gaps.push([next, first - 1]);
      next = last + 1;
    }
    if (next <= MAX) gaps.push([next, MAX]);
    return CharSet.of(...gaps);
  }

  minus(other: CharSet): CharSet {
    return this.and(other.complement());
  }

  and(other: CharSet): CharSet {
    const common = this.ranges.flatMap(([first, last]) =>
      other.ranges.map(([start, end]): Range => [Math.max(first, start), Math.min(last, end)]),
    );
    return new CharSet(merged(common.filter(([first, last]) => first <= last)));
  }

  /** With the other case of every letter in it. */
  ignoringCase(): CharSet {
    const others: number[] = [];
    for (const [first, last] of this.ranges) {
      // Beyond this, letters come in tens of thousands, and none of them has two cases.
      for (let code = first; code <= Math.min(last, MAX_CASED); code++) {
        const character = String.fromCodePoint(code);
        for (const other of [character.toLowerCase(), character.toUpperCase()]) {
          const point = other.codePointAt(0) ?? code;
          if (point !== code && String.fromCodePoint(point) === other) others.push(point);
        }
      }
    }
    return CharSet.union([this, CharSet.of(...others)]);
  }
}

const MAX_CASED = 0x24f;

/** Every character. */
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
