/** How a model's lines were matched with the code, from most to least certain. */
export type Match = "exact" | "whitespace" | "unicode" | "nearest";

export interface Place {
  /** 0-based index of the first line. */
  readonly at: number;
  readonly count: number;
  readonly match: Match;
}

/** Why lines have no place. */
export type NoPlace = "missing" | "ambiguous" | "empty";

/** Minimum similarity for `nearest`, and its minimum lead over every other place. */
const MIN_SIMILARITY = 0.75;
const MIN_LEAD = 0.1;
/** Maximum length of a search for `nearest`, whose cost is quadratic in lines. */
const MOST_NEAREST_LINES = 200;

const RULES: readonly { readonly match: Match; readonly normal: (line: string) => string }[] = [
  { match: "exact", normal: (line) => line },
  { match: "whitespace", normal: withoutWhitespace },
  { match: "unicode", normal: (line) => withoutWhitespace(plain(line)) },
];

/** Finds lines in code, ignoring blank lines around them. */
export class Locator {
  readonly #code: readonly string[];
  readonly #indexes = new Map<Match, LineIndex>();

  constructor(code: readonly string[]) {
    this.#code = code;
  }

  /**
   * Returns the only place of `search` by the most certain rule that matches; of several, the only one from line `from`
   * on.
   */
  find(search: readonly string[], from: number): Place | NoPlace {
    const lines = trimBlankEnds(search);
    if (lines.length === 0) return "empty";
    for (const { match, normal } of RULES) {
      // If the blank lines at the ends match too, they belong to the place.
      const whole = match === "exact" ? this.#places(match, normal, search) : [];
      const places = whole.length > 0 ? whole : this.#places(match, normal, lines);
      if (places.length === 0) continue;
      const later = places.filter((at) => at >= from);
      const only = places.length === 1 ? places : later.length === 1 ? later : [];
      const [at] = only;
      if (at === undefined) return "ambiguous";
      return { at, count: whole.length > 0 ? search.length : lines.length, match };
    }
    return this.#nearest(lines) ?? "missing";
  }

  #places(match: Match, normal: (line: string) => string, search: readonly string[]): number[] {
    const { lines, places } = this.#lineIndex(match, normal);
    const wanted = search.map(normal);
    return (places.get(wanted[0] as string) ?? []).filter((at) =>
      wanted.every((line, index) => lines[at + index] === line),
    );
  }

  #lineIndex(match: Match, normal: (line: string) => string): LineIndex {
    const known = this.#indexes.get(match);
    if (known !== undefined) return known;
    const lines = this.#code.map(normal);
    const places = new Map<string, number[]>();
    for (const [index, line] of lines.entries()) {
      const of = places.get(line);
      if (of === undefined) places.set(line, [index]);
      else of.push(index);
    }
    const rung = { lines, places };
    this.#indexes.set(match, rung);
    return rung;
  }

  #nearest(search: readonly string[]): Place | null {
    if (search.length > MOST_NEAREST_LINES) return null;
    const { lines } = this.#lineIndex("whitespace", withoutWhitespace);
    const wanted = search.map(withoutWhitespace);
    let best = { at: -1, likeness: 0 };
    let second = 0;
    for (let at = 0; at + wanted.length <= lines.length; at++) {
      const likeness = similarityOf(wanted, lines, at);
      if (likeness > best.likeness) {
        second = best.likeness;
        best = { at, likeness };
      } else if (likeness > second) second = likeness;
    }
    if (best.likeness < MIN_SIMILARITY || best.likeness - second < MIN_LEAD) return null;
    return { at: best.at, count: wanted.length, match: "nearest" };
  }
}

interface LineIndex {
  readonly lines: readonly string[];
  /** Line indices by text. */
  readonly places: ReadonlyMap<string, readonly number[]>;
}

function trimBlankEnds(lines: readonly string[]): readonly string[] {
  const start = lines.findIndex((line) => line.trim() !== "");
  const end = lines.findLastIndex((line) => line.trim() !== "");
  return start === -1 ? [] : lines.slice(start, end + 1);
}

function withoutWhitespace(line: string): string {
  return line.trim().replace(/\s+/g, " ");
}

/** Replaces look-alike characters, which models use for those of a keyboard or the other way round. */
function plain(line: string): string {
  return line
    .normalize("NFKC")
    .replace(/[\u2018\u2019\u201A\u201B]/g, "'")
    .replace(/[\u201C\u201D\u201E\u201F]/g, '"')
    .replace(/[\u2010-\u2015\u2212]/g, "-");
}

/** Returns the similarity of the lines from `at` on, 0 to 1, weighted by line length. */
function similarityOf(wanted: readonly string[], lines: readonly string[], at: number): number {
  let shared = 0;
  let all = 0;
  for (const [index, line] of wanted.entries()) {
    const other = lines[at + index] as string;
    const longer = Math.max(line.length, other.length);
    all += longer;
    shared += sharedEnds(line, other);
  }
  return all === 0 ? 0 : shared / all;
}

/** Returns how many characters two lines share at their start and end. */
function sharedEnds(one: string, other: string): number {
  const least = Math.min(one.length, other.length);
  let start = 0;
  while (start < least && one[start] === other[start]) start++;
  let end = 0;
  while (end < least - start && one[one.length - 1 - end] === other[other.length - 1 - end]) end++;
  return start + end;
}
