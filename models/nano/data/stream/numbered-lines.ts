import { editLines } from "./line-edits.ts";

/** `1 first line`, `2 second line`, …: how a code is shown where the answer is the lines that change. */
export function numberLines(code: string): string {
  return code
    .split("\n")
    .map((line, index) => `${index + 1} ${line}`)
    .join("\n");
}

/**
 * The answer that makes `after` of `before`: all lines with the number of a line take that line's place, a number alone
 * leaves its line out. A line that stays is named only where others join it. So every line of the answer begins like the
 * line that it is made of, and copying goes on from there. Empty where nothing changes.
 */
export function numberedAnswer(before: string, after: string): string {
  const old = before.split("\n");
  /** What takes a line's place; undefined where it stays alone. */
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

/** Undefined where the answer is not of this form, or names lines that are not there or out of their order. */
export function applyNumberedAnswer(before: string, answer: string): string | undefined {
  const lines = before.split("\n");
  const replacing = new Map<number, string[]>();
  let last = 0;
  for (const line of answer === "" ? [] : answer.split("\n")) {
    const [, digits, space, text = ""] = /^([1-9]\d{0,5})(?:( )(.*))?$/.exec(line) ?? [];
    const number = Number(digits);
    if (!(number >= last && number <= lines.length)) return undefined;
    const isLeftOut = space === undefined;
    const earlier = replacing.get(number);
    if (earlier !== undefined && (isLeftOut || earlier.length === 0)) return undefined;
    if (earlier === undefined) replacing.set(number, isLeftOut ? [] : [text]);
    else earlier.push(text);
    last = number;
  }
  return lines.flatMap((line, index) => replacing.get(index + 1) ?? [line]).join("\n");
}

/**
 * For each new line the old one whose place it takes, ascending: the likest pairs, as many as there can be. A new line
 * without a pair joins the next one that has, at the end the one before.
 */
function align(old: readonly string[], lines: readonly string[]): number[] {
  const width = lines.length + 1;
  const best = new Float64Array((old.length + 1) * width);
  const paired = (i: number, j: number) =>
    PAIRED + likeness(old[i] as string, lines[j] as string) + (best[(i + 1) * width + j + 1] as number);
  for (let i = old.length - 1; i >= 0; i--)
    for (let j = lines.length - 1; j >= 0; j--)
      best[i * width + j] = Math.max(
        paired(i, j),
        best[(i + 1) * width + j] as number,
        best[i * width + j + 1] as number,
      );
  const places: (number | undefined)[] = lines.map(() => undefined);
  for (let i = 0, j = 0; i < old.length && j < lines.length; ) {
    const value = best[i * width + j] as number;
    if (value === paired(i, j)) places[j++] = i++;
    else if (value === best[(i + 1) * width + j]) i++;
    else j++;
  }
  let next = places.findLast((place) => place !== undefined) as number;
  for (let j = lines.length - 1; j >= 0; j--) next = places[j] ??= next;
  return places as number[];
}

/** What a pair counts for in itself. */
const PAIRED = 0.001;

/** 0 to 1: how much of the longer line its beginning and end share with the other, indentation aside. */
function likeness(one: string, other: string): number {
  const [a, b] = [one.trim(), other.trim()];
  const [most, least] = [Math.max(a.length, b.length), Math.min(a.length, b.length)];
  if (most === 0) return 1;
  let start = 0;
  while (start < least && a[start] === b[start]) start++;
  let end = 0;
  while (end < least - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  return (start + end) / most;
}
