import { CharSet } from "../grammar/index.ts";

/**
 * A property takes so many steps when a definition first asks for it, and then one for so many of its ranges: the time of
 * a search. That is made once in a process, and counts as often as it is asked for, so that the same request is always
 * answered the same.
 */
const STEPS_OF_A_PROPERTY = 3_000;
const RANGES_A_STEP = 10;

/** The properties that one definition asks for. */
export class UnicodeProperties {
  readonly #asked = new Set<string>();

  /** As {@link unicodeProperty}. `spend` takes note of the work, and may throw. */
  of(name: string, spend: (steps: number) => void): CharSet | null {
    if (!this.#asked.has(name)) spend(STEPS_OF_A_PROPERTY);
    this.#asked.add(name);
    const set = unicodeProperty(name);
    spend((set?.ranges.length ?? 0) / RANGES_A_STEP);
    return set;
  }
}

/** A search goes through all characters; there are some 2,000 names. */
const known = new Map<string, CharSet | null>();

/** The characters that have a property, as `L` or `Script=Greek`; null where JavaScript knows none of that name. */
export function unicodeProperty(name: string): CharSet | null {
  const before = known.get(name);
  if (before !== undefined) return before;
  const search = searchFor(name);
  // What is no property is not kept: there may be any number of them.
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

/** Planes without a character that is told from its neighbours: the last two of each, and what stands before these. */
const HIGH_PLANES = Array.from({ length: 13 }, (_, at) => (at + 4) << 16);
/** Plane 14 begins with tags and variation selectors. */
const TAGS: Range = [0xe0000, 0xe0fff];
const ALIKE = HIGH_PLANES.map((first): Range => [first === TAGS[0] ? TAGS[1] + 1 : first, first + 0xfffd]);
/** All others are looked at one by one: a quarter of all there may be. */
const TOLD_APART: readonly Range[] = [
  [0, 0xd7ff],
  [0xe000, 0x3ffff],
  TAGS,
  ...HIGH_PLANES.map((first): Range => [first + 0xfffe, first + 0xffff]),
];

function charactersOf(search: RegExp): CharSet {
  const ranges = TOLD_APART.flatMap((within) => Array.from(textOf(within).matchAll(search), rangeOf));
  const alike = ALIKE.filter(([first]) => String.fromCodePoint(first).match(search));
  return CharSet.of(...ranges, ...alike);
}

function rangeOf({ 0: run }: RegExpMatchArray): Range {
  const last = run.codePointAt(run.length - 2) ?? 0;
  const isPair = last > 0xffff;
  return [run.codePointAt(0) ?? 0, isPair ? last : run.charCodeAt(run.length - 1)];
}

/** The characters of a range in their order. */
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
