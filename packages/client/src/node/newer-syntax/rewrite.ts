/**
 * A construct that a grammar does not know yet, and its replacement.
 *
 * Rules: the replacement has the same length and lines, and leaves quotes outside the match paired. So positions stay
 * the same, and a match within a string or a comment does no harm. It replaces only the construct and only where that
 * is allowed: broken code around it stays broken.
 */
export interface Rewrite {
  /** Has the flag `g`. Long lookbehinds come after the match, because they are slow. */
  readonly pattern: RegExp;
  readonly replace: (match: string) => string;
}

/** Replaces the match by spaces. */
export function replaceWithSpaces(pattern: RegExp): Rewrite {
  return { pattern, replace: blankOut };
}

/** Replaces the match by a name. */
export function replaceWithName(pattern: RegExp): Rewrite {
  return { pattern, replace: (match) => match.replace(/[^\n]/g, "_") };
}

/** Replaces the match by `text`, which must not be longer than the match, and spaces. */
export function replaceWith(text: string, pattern: RegExp): Rewrite {
  return { pattern, replace: (match) => text + blankOut(match.slice(text.length)) };
}

export function blankOut(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}

export function applyRewrites(code: string, rewrites: readonly Rewrite[]): string {
  return rewrites.reduce(
    (text, { pattern, replace }) => text.replace(withBounds(pattern), (match) => replace(match)),
    code,
  );
}

/** Maximum repetitions in a pattern: what is further away does not belong to the construct. */
const MOST_SPACE = 40;
const MOST_IN_CLASS = 400;

const BOUNDED = new WeakMap<RegExp, RegExp>();

/**
 * Returns the pattern with bounded repetitions. A failing model can write endless white space, and searching that from
 * each of its positions would take quadratic time.
 */
function withBounds(pattern: RegExp): RegExp {
  let found = BOUNDED.get(pattern);
  if (found === undefined) {
    const source = pattern.source.replace(REPEATED, (all, atom?: string, often?: string) => {
      if (atom === undefined || often === undefined) return all;
      const most = atom === "\\s" || atom === "[ \\t]" ? MOST_SPACE : MOST_IN_CLASS;
      return `${atom}{${often === "*" ? 0 : 1},${most}}`;
    });
    found = new RegExp(source, pattern.flags);
    BOUNDED.set(pattern, found);
  }
  return found;
}

/** A character kind or class and its unbounded quantifier; other escapes are skipped. */
const REPEATED = /(\\[swd]|\[(?:\\.|[^\]\\])+\])([*+])?|\\./g;
