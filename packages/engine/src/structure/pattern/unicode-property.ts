import { CharSet } from "../grammar/index.ts";

/**
 * Steps for a definition's first use of a property, and ranges that each use takes one further step for. The search
 * runs once per process, but is charged every time: identical requests then always get the same result.
 */
const STEPS_OF_A_PROPERTY = 3_000;
const RANGES_A_STEP = 10;

/** The properties that one definition uses. */
export class UnicodeProperties {
  readonly #asked = new Set<string>();

  /** Returns the same as {@link unicodeProperty}. `spend` counts the work, and may throw. */
  of(name: string, spend: (steps: number) => void): CharSet | null {
    if (!this.#asked.has(name)) spend(STEPS_OF_A_PROPERTY);
    this.#asked.add(name);
    const set = unicodeProperty(name);
    spend((set?.ranges.length ?? 0) / RANGES_A_STEP);
    return set;
  }
}

/** A cache: a search goes through all characters, and there are only about 2,000 names. */
const known = new Map<string, CharSet | null>();

/**
 * Returns the characters with a property, such as `L` or `Script=Greek`; null if JavaScript does not know the
 * property.
 */
export function unicodeProperty(name: string): CharSet | null {
  const before = known.get(name);
  if (before !== undefined) return before;
  const search = searchFor(name);
  // Unknown names are not cached: there may be any number of them.
  if (!search) return null;
  const set = charactersOf(search);
  known.set(name, set);
  return set;
}

function searchFor(name: string): RegExp | null {
  try {
    return new RegExp(`\\p{${name}}+`, "gu");
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

type Range = readonly [first: number, last: number];

/** Planes in which all characters have the same properties, except the last two of each and the tags. */
const HIGH_PLANES = Array.from({ length: 13 }, (_, at) => (at + 4) << 16);
/** Plane 14 begins with tags and variation selectors. */
const TAGS: Range = [0xe0000, 0xe0fff];
const UNIFORM_RANGES = HIGH_PLANES.map(
  (first): Range => [first === TAGS[0] ? TAGS[1] + 1 : first, first + 0xfffd],
);
/** All other ranges, whose characters are tested one by one: a quarter of all code points. */
const TESTED_RANGES: readonly Range[] = [
  [0, 0xd7ff],
  [0xe000, 0x3ffff],
  TAGS,
  ...HIGH_PLANES.map((first): Range => [first + 0xfffe, first + 0xffff]),
];

function charactersOf(search: RegExp): CharSet {
  const ranges = TESTED_RANGES.flatMap((within) => Array.from(textOf(within).matchAll(search), rangeOf));
  const alike = UNIFORM_RANGES.filter(([first]) => String.fromCodePoint(first).match(search));
  return CharSet.of(...ranges, ...alike);
}

function rangeOf({ 0: run }: RegExpMatchArray): Range {
  const last = run.codePointAt(run.length - 2) ?? 0;
  const isPair = last > 0xffff;
  return [run.codePointAt(0) ?? 0, isPair ? last : run.charCodeAt(run.length - 1)];
}

/** Returns the characters of a range, in order. */
function textOf([first, last]: Range): string {
  const units = new Uint16Array(2 * (last - first + 1));
  let at = 0;
  for (let code = first; code <= last; code++) {
    if (code <= 0xffff) units[at++] = code;
    else {
      units[at++] = 0xd7c0 + (code >> 10);
      units[at++] = 0xdc00 + (code & 0x3ff);
    }
  }
  return new TextDecoder("utf-16le", { ignoreBOM: true }).decode(units.subarray(0, at));
}
