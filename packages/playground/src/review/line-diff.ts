import { Change, type DiffConfig, diff } from "@codemirror/merge";

/** Limits of the comparison by characters and by lines; past them the diff is approximate. */
const CHARACTERS: DiffConfig = { scanLimit: 500, timeout: 20 };
const LINES: DiffConfig = { scanLimit: 5_000, timeout: 200 };
/** The longest changed range, in UTF-16 units, that is compared by characters. */
const MOST_COMPARED = 10_000;

/** Each distinct line is represented by one code unit. Surrogates are excluded, as they are only valid in pairs. */
const SURROGATES = { from: 0xd800, count: 0x800 };
const MOST_LINES = 0x10000 - SURROGATES.count;
const LINE_FEED = 0x0a;

/**
 * Compares two texts by lines first, then by characters within changed lines. Compared by characters alone, a long
 * text with many changes would come out as one change.
 */
export function lineDiff(a: string, b: string): readonly Change[] {
  const codes = new Map<string, number>();
  const [old, next] = [new Lines(a, codes), new Lines(b, codes)];
  if (codes.size > MOST_LINES) return shiftPastBlankLines(diff(a, b, CHARACTERS), a, b);
  const changes = diff(old.code, next.code, LINES).flatMap(({ fromA, toA, fromB, toB }) => {
    // Lines inserted or deleted at the end include the line break before them.
    const before = (fromA === old.count || fromB === next.count) && fromA > 0 && fromB > 0 ? 1 : 0;
    const [startA, endA] = [old.start(fromA) - before, Math.min(old.start(toA), a.length)];
    const [startB, endB] = [next.start(fromB) - before, Math.min(next.start(toB), b.length)];
    return diffWithin(a.slice(startA, endA), b.slice(startB, endB)).map(
      (change) =>
        new Change(startA + change.fromA, startA + change.toA, startB + change.fromB, startB + change.toB),
    );
  });
  return shiftPastBlankLines(changes, a, b);
}

/**
 * Moves each pure insertion or deletion past the blank lines after it, which gives the same texts. CodeMirror assigns a
 * change that starts at a line's end on both sides to the next line, and a blank line's end is also its start.
 */
function shiftPastBlankLines(changes: readonly Change[], a: string, b: string): readonly Change[] {
  return changes.map(({ fromA, toA, fromB, toB }, index) => {
    let by = 0;
    if (fromA === toA || fromB === toB) {
      const until = changes[index + 1]?.fromA ?? a.length;
      const isBreak = (text: string, at: number) => text.charCodeAt(at + by) === LINE_FEED;
      while (toA + by < until && isBreak(a, fromA) && isBreak(a, toA) && isBreak(b, fromB) && isBreak(b, toB))
        by++;
    }
    return new Change(fromA + by, toA + by, fromB + by, toB + by);
  });
}

function diffWithin(a: string, b: string): readonly Change[] {
  const isCompared = a !== "" && b !== "" && Math.max(a.length, b.length) <= MOST_COMPARED;
  return isCompared ? diff(a, b, CHARACTERS) : [new Change(0, a.length, 0, b.length)];
}

/** A text encoded with one code unit per line. */
class Lines {
  readonly code: string;
  readonly #starts: number[] = [];

  constructor(text: string, codes: Map<string, number>) {
    const units: string[] = [];
    let start = 0;
    for (const line of text.split("\n")) {
      this.#starts.push(start);
      start += line.length + 1;
      const code = codes.get(line) ?? codes.size;
      codes.set(line, code);
      units.push(String.fromCharCode(code < SURROGATES.from ? code : code + SURROGATES.count));
    }
    this.#starts.push(start);
    this.code = units.join("");
  }

  get count(): number {
    return this.code.length;
  }

  /** Returns the offset where a line starts; after the last line, one past the end of the text. */
  start(line: number): number {
    return this.#starts[line] ?? 0;
  }
}
