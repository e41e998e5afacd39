import type { Pattern } from "./syntax.ts";

/** The characters of the shortest and of the longest of some texts. */
export interface Lengths {
  readonly min: number;
  readonly max: number;
}

/** Of the texts that match a pattern as a whole. */
export function lengthOf(pattern: Pattern): Lengths {
  switch (pattern.type) {
    case "character":
      return { min: 1, max: 1 };
    case "anchor":
    case "ahead":
      return { min: 0, max: 0 };
    case "choice":
      return either(pattern.options.map(lengthOf));
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

export function either(lengths: readonly Lengths[]): Lengths {
  return {
    min: Math.min(...lengths.map(({ min }) => min)),
    max: Math.max(...lengths.map(({ max }) => max)),
  };
}

/** Of what has no limit, none at all is still nothing. */
function times(length: number, count: number): number {
  return length === 0 || count === 0 ? 0 : length * count;
}

/**
 * A pattern of some of the texts that match this one, none of them longer than `most` characters: what may be long gets
 * an equal share of them. Null where even the shortest text is longer.
 */
export function fitted(pattern: Pattern, most: number): Pattern | null {
  const { min, max } = lengthOf(pattern);
  if (min > most) return null;
  if (max <= most) return pattern;
  switch (pattern.type) {
    case "choice": {
      const options = pattern.options.flatMap((option) => fitted(option, most) ?? []);
      return { type: "choice", options };
    }
    case "sequence": {
      const shares = shared(pattern.parts.map(lengthOf), most);
      return { ...pattern, parts: pattern.parts.flatMap((part, at) => fitted(part, shares[at] ?? 0) ?? []) };
    }
    case "repeat":
      return fittedRepeat(pattern, most);
    case "character":
    case "anchor":
    case "ahead":
      return pattern;
  }
}

/** How many characters each part may have: what it needs, and as much more as the others leave it. */
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

/** Characters of a part that are as good as any number: more parts are then better than longer ones. */
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
  const part = fitted(of, Math.floor(most / count)) ?? of;
  return { type: "repeat", of: part, min, max: Math.min(max, Math.floor(most / lengthOf(part).max)) };
}
