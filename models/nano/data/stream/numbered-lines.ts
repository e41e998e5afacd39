import { editLines } from "./line-edits.ts";

/**
 * Numbers lines as `1 first line`, `2 second line`, …: the code in the prompt if the answer is the lines that change.
 */
export function numberLines(code: string): string {
  return code
    .split("\n")
    .map((line, index) => `${index + 1} ${line}`)
    .join("\n");
}

/**
 * Returns the answer that turns `before` into `after`: all lines with a line's number replace that line, and a number
 * alone deletes it. An unchanged line is listed only if others are inserted next to it. Every line of the answer
 * therefore begins like the line that it came from, and copying continues from there. Empty if nothing changes.
 */
export function numberedAnswer(before: string, after: string): string {
  const old = before.split("\n");
  /** The lines that replace a line; undefined if it stays unchanged. */
  const replacing: (readonly string[] | undefined)[] = old.map(() => undefined);
  for (const { at, count, lines } of editLines(old, after.split("\n"))) {
    const first = at - 1;
    if (count > 0) {
      const places = align(old.slice(first, first + count), lines);
      for (let index = 0; index < count; index++)
        replacing[first + index] = lines.filter((_, line) => places[line] === index);
    } else if (first < old.length) {
      replacing[first] = [...lines, old[first] as string];
    } else {
      const last = old.length - 1;
      replacing[last] = [...(replacing[last] ?? [old[last] as string]), ...lines];
    }
  }
  return replacing
    .flatMap((lines, index) =>
      lines?.length === 0 ? [`${index + 1}`] : (lines ?? []).map((line) => `${index + 1} ${line}`),
    )
    .join("\n");
}

/**
 * Applies an answer to the code. Returns undefined if the answer is malformed, or its line numbers are out of range or
 * out of order.
 */
export function applyNumberedAnswer(before: string, answer: string): string | undefined {
  const lines = before.split("\n");
  const replacing = new Map<number, string[]>();
  let last = 0;
  for (const line of answer === "" ? [] : answer.split("\n")) {
    const [, digits, space, text = ""] = /^([1-9]\d{0,5})(?:( )(.*))?$/.exec(line) ?? [];
    const number = Number(digits);
    if (!(number >= last && number <= lines.length)) return undefined;
    const isDeletion = space === undefined;
    const earlier = replacing.get(number);
    if (earlier !== undefined && (isDeletion || earlier.length === 0)) return undefined;
    if (earlier === undefined) replacing.set(number, isDeletion ? [] : [text]);
    else earlier.push(text);
    last = number;
  }
  return lines.flatMap((line, index) => replacing.get(index + 1) ?? [line]).join("\n");
}

/**
 * Returns for each new line the index of the old line that it replaces, ascending, with as many and as similar pairs as
 * possible. A new line without a pair joins the next line that has one, or the previous one at the end.
 */
function align(old: readonly string[], lines: readonly string[]): number[] {
  const width = lines.length + 1;
  const best = new Float64Array((old.length + 1) * width);
  const pairScore = (i: number, j: number) =>
    PAIR_BONUS + similarity(old[i] as string, lines[j] as string) + (best[(i + 1) * width + j + 1] as number);
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = lines.length - 1; j >= 0; j--)
      best[i * width + j] = Math.max(
        pairScore(i, j),
        best[(i + 1) * width + j] as number,
        best[i * width + j + 1] as number,
      );
  const places: (number | undefined)[] = lines.map(() => undefined);
  for (let i = 0, j = 0; i < old.length && j < lines.length; ) {
    const value = best[i * width + j] as number;
    if (value === pairScore(i, j)) places[j++] = i++;
    else if (value === best[(i + 1) * width + j]) i++;
    else j++;
  }
  let next = places.findLast((place) => place !== undefined) as number;
  for (let j = lines.length - 1; j >= 0; j--) next = places[j] ??= next;
  return places as number[];
}

/** What each pair counts in addition to its likeness. */
const PAIR_BONUS = 0.001;

/** Returns 0 to 1: the share of the longer line that is a common prefix or suffix, without indentation. */
function similarity(one: string, other: string): number {
  const [a, b] = [one.trim(), other.trim()];
  const [most, least] = [Math.max(a.length, b.length), Math.min(a.length, b.length)];
  if (most === 0) return 1;
  let start = 0;
  while (start < least && a[start] === b[start]) start++;
  let end = 0;
  while (end < least - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return (start + end) / most;
}
