/**
 * A construct that a grammar does not know yet, and what it is read as instead.
 *
 * Rules for these: the new text is as long as the old, has its lines, and leaves the quotes that it does not match in
 * pairs, so that positions stay and a match within a string or a comment does no harm. It stands for the construct
 * alone, and may stand only where that may: what is broken around it stays broken.
 */
export interface Rewrite {
  /** Has the flag `g`. What looks behind far does so after what has matched, as it is slow. */
  readonly pattern: RegExp;
  readonly read: (match: string) => string;
}

/** Read as though it were not there. */
export function blank(pattern: RegExp): Rewrite {
  return { pattern, read: blanked };
}

/** Read as a name. */
export function name(pattern: RegExp): Rewrite {
  return { pattern, read: (match) => match.replace(/[^\n]/g, "_") };
}

/** Read as `text`, which is no longer than what is matched. */
export function as(text: string, pattern: RegExp): Rewrite {
  return { pattern, read: (match) => text + blanked(match.slice(text.length)) };
}

export function blanked(text: string): string {
  return text.replace(/[^\r\n]/g, " ");
}

export function rewritten(code: string, rewrites: readonly Rewrite[]): string {
  return rewrites.reduce(
    (text, { pattern, read }) => text.replace(bounded(pattern), (match) => read(match)),
    code,
  );
}

/** How far a pattern looks for more of the same: what is further away is not a part of the construct. */
const MOST_SPACE = 40;
const MOST_IN_CLASS = 400;

const BOUNDED = new WeakMap<RegExp, RegExp>();

/**
 * The pattern with its repetitions of characters bounded. A model that goes wrong writes white space without end, and
 * what looks for it from each of its places would take the square of its length.
 */
function bounded(pattern: RegExp): RegExp {
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

/** A kind of character or a class, with what repeats it without bound; any other escape is stepped over. */
const REPEATED = /(\\[swd]|\[(?:\\.|[^\]\\])+\])([*+])?|\\./g;
