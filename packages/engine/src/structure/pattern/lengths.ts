import type { Pattern } from "./syntax.ts";

/** Lengths of the shortest and longest of some texts, in characters. */
export interface Lengths {
  readonly min: number;
  readonly max: number;
}

/** Returns the lengths of the texts that match a whole pattern. */
export function lengthOf(pattern: Pattern): Lengths {
  switch (pattern.type) {
    case "character":
      return { min: 1, max: 1 };
    case "anchor":
    case "ahead":
      return { min: 0, max: 0 };
    case "choice":
      return unionOfLengths(pattern.options.map(lengthOf));
    case "repeat": {
      const { min, max } = lengthOf(pattern.of);
      return { min: times(min, pattern.min), max: times(max, pattern.max) };
    }
    case "sequence": {
      const parts = pattern.parts.map(lengthOf);
      return {
        min: parts.reduce((sum, part) => sum + part.min, 0),
        max: parts.reduce((sum, part) => sum + part.max, 0),
      };
    }
  }
}

export function unionOfLengths(lengths: readonly Lengths[]): Lengths {
  return {
    min: Math.min(...lengths.map(({ min }) => min)),
    max: Math.max(...lengths.map(({ max }) => max)),
  };
}

/** `0 * Infinity` would be `NaN`. */
function times(length: number, count: number): number {
  return length === 0 || count === 0 ? 0 : length * count;
}

/**
 * Narrows a pattern to texts of at most `most` characters, sharing them equally among its long parts. Returns null if
 * even the shortest text is longer.
 */
export function fitToLength(pattern: Pattern, most: number): Pattern | null {
  const { min, max } = lengthOf(pattern);
  if (min > most) return null;
  if (max <= most) return pattern;
  switch (pattern.type) {
    case "choice": {
      const options = pattern.options.flatMap((option) => fitToLength(option, most) ?? []);
      return { type: "choice", options };
    }
    case "sequence": {
      const shares = shared(pattern.parts.map(lengthOf), most);
      return {
        ...pattern,
        parts: pattern.parts.flatMap((part, at) => fitToLength(part, shares[at] ?? 0) ?? []),
      };
    }
    case "repeat":
      return fittedRepeat(pattern, most);
    case "character":
    case "anchor":
    case "ahead":
      return pattern;
  }
}

/** Returns how many characters each part may have: its minimum, and an equal share of what is left. */
function shared(parts: readonly Lengths[], most: number): number[] {
  const shares = parts.map(({ min }) => min);
  let spare = most - shares.reduce((sum, share) => sum + share, 0);
  const modest = parts.map(({ min, max }, at) => ({ at, wish: max - min })).sort((a, b) => a.wish - b.wish);
  for (const [done, { at, wish }] of modest.entries()) {
    const more = Math.min(wish, Math.floor(spare / (modest.length - done)));
    shares[at] = (shares[at] ?? 0) + more;
    spare -= more;
  }
  return shares;
}

/** Characters of a repeated part from which on allowing more repetitions is better than allowing longer ones. */
const LONG_ENOUGH = 60;

function fittedRepeat(pattern: Pattern & { type: "repeat" }, most: number): Pattern {
  const { of, min, max } = pattern;
  const each = lengthOf(of);
  const needed = Math.max(min, 1);
  const possible = Math.min(max, Math.floor(most / Math.max(each.min, 1)));
  const long = Math.min(each.max, Math.max(each.min, LONG_ENOUGH, Math.floor(Math.sqrt(most))));
  const balanced = Math.max(Math.floor(most / long), Math.floor(Math.sqrt(most) / 2));
  const count = Math.min(possible, Math.max(needed, balanced));
  if (count < needed) return { ...pattern, max: 0 };
  const part = fitToLength(of, Math.floor(most / count)) ?? of;
  return { type: "repeat", of: part, min, max: Math.min(max, Math.floor(most / lengthOf(part).max)) };
}
