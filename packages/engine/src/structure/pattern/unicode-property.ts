import { CharSet } from "../grammar/index.ts";

const MAX_CHARACTER = 0x10ffff;

/** A property takes so many steps when it is first asked for, and then one for so many of its ranges. */
const STEPS_OF_A_PROPERTY = 30_000;
const RANGES_A_STEP = 10;

/** The properties that one definition asks for. What others have asked for before makes none of them less work. */
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

function charactersOf(search: RegExp): CharSet {
  const ranges = Array.from(everyCharacter().matchAll(search), ({ 0: run }) => {
    const last = run.codePointAt(run.length - 2) ?? 0;
    const isPair = last > 0xffff;
    return [run.codePointAt(0) ?? 0, isPair ? last : run.charCodeAt(run.length - 1)] as const;
  });
  return CharSet.of(...ranges);
}

/** All characters in their order, halves of characters left out. */
function everyCharacter(): string {
  const units = new Uint16Array(0xf800 + 2 * (MAX_CHARACTER - 0xffff));
  let at = 0;
  for (let code = 0; code <= 0xffff; code++) if (code < 0xd800 || code > 0xdfff) units[at++] = code;
  for (let code = 0x10000; code <= MAX_CHARACTER; code++) {
    units[at++] = 0xd7c0 + (code >> 10);
    units[at++] = 0xdc00 + (code & 0x3ff);
  }
  return new TextDecoder("utf-16le", { ignoreBOM: true }).decode(units);
}
