import { diffArrays } from "diff/lib/diff/array.js";
import type { Change } from "./change.ts";
import type { ScopeConcern } from "./concern.ts";
import type { Leaf } from "./leaf.ts";

/** Returns names and strings that were replaced by others, if the instruction mentions neither. */
export function replacedLeaves(change: Change): ScopeConcern[] {
  const { before, after, old, now, hunks, request } = change;
  if (request.asksForFix) return [];
  const oldRows = rows(old);
  const newRows = rows(now);
  const oldLines = countLines(before);
  const newLines = countLines(after);
  const isAdded = (line: string) => (newLines.get(line) ?? 0) > (oldLines.get(line) ?? 0);
  const isRemoved = (line: string) => (newLines.get(line) ?? 0) < (oldLines.get(line) ?? 0);
  const concerns: ScopeConcern[] = [];
  for (const hunk of hunks) {
    const gone = hunk.oldLines.flatMap((line, index) =>
      isRemoved(line.trim()) ? [oldRows.get(hunk.oldStart + index) ?? []] : [],
    );
    for (const [index, text] of hunk.newLines.entries()) {
      if (!isAdded(text.trim())) continue;
      const line = hunk.newStart + index;
      const likest = mostSimilar(gone, newRows.get(line) ?? []);
      const pair = likest === null ? null : findReplacement(likest, newRows.get(line) ?? []);
      if (request.mentionsOrder && likest !== null && isReordered(likest, newRows.get(line) ?? [])) continue;
      if (pair !== null) concerns.push(...concernsOf(pair, line, change));
    }
  }
  return concerns;
}

/** Returns whether two lines say the same in another order: the same leaves, or the opposite sort direction. */
function isReordered(old: readonly Leaf[], now: readonly Leaf[]): boolean {
  const normalized = (leaves: readonly Leaf[]) =>
    leaves
      .map(({ text }) => text.replace(DIRECTION, "asc"))
      .sort()
      .join("\n");
  return normalized(old) === normalized(now);
}

const DIRECTION = /\b(?:asc|desc)(?:ending)?\b/gi;

interface Pair {
  readonly from: Leaf;
  readonly to: Leaf;
}

function concernsOf({ from, to }: Pair, line: number, { before, old, request }: Change): ScopeConcern[] {
  if (request.mentions(from.text) || request.mentions(to.text)) return [];
  if (to.kind !== "text") {
    // A name that is new to the code is reported as undeclared, or is declared by the edit.
    if (!old.some(({ text }) => text === to.text)) return [];
    return [{ kind: "renamed", line, message: `"${from.text}" was replaced by "${to.text}"` }];
  }
  // An instruction such as "Sundays at 4" does not contain the schedule's syntax.
  if (SCHEDULE.test(from.text.trim()) && SCHEDULE.test(to.text.trim())) return [];
  if (CURRENCY.test(from.text.trim()) && CURRENCY.test(to.text.trim()) && MONEY.test(request.text)) return [];
  const words = to.text.match(/[\p{L}\p{N}_$]{2,}/gu) ?? [];
  if (before.includes(to.text.trim()) || words.some((word) => request.mentions(word))) return [];
  return [{ kind: "text", line, message: `"${from.text.trim()}" was replaced by "${to.text.trim()}"` }];
}

/** A cron expression with five or six fields. */
const SCHEDULE = /^["'`]?(?:(?:[\d*/,-]|[A-Z]{3})+(?: (?!["'`]?$)|(?=["'`]?$))){5,6}["'`]?$/;

/** A currency code such as EUR, and words for money. */
const CURRENCY = /^["'`]?[A-Z]{3}["'`]?$/;
const MONEY =
  /\b(?:currenc\w*|euros?|dollars?|pounds?|yen|yuan|francs?|rupees?|krona|kroner?|pesos?|zloty)\b|[€$£¥₹]/i;

/** Counts how often each line occurs in the code, ignoring indentation. */
function countLines(code: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of code.split("\n")) counts.set(line.trim(), (counts.get(line.trim()) ?? 0) + 1);
  return counts;
}

/** Returns the removed line most similar to `line`; null if none is similar enough. */
function mostSimilar(gone: readonly (readonly Leaf[])[], line: readonly Leaf[]): readonly Leaf[] | null {
  let likest: readonly Leaf[] | null = null;
  let most = LIKE;
  for (const old of gone) {
    const texts = new Set(old.map(({ text }) => text));
    const shared = line.filter(({ text }) => texts.has(text)).length / Math.max(old.length, line.length);
    if (shared >= most) [most, likest] = [shared, old];
  }
  return likest;
}

/** Minimum share of common leaves for one line to be a version of another. */
const LIKE = 0.65;

/** Returns the leaves by 1-based line. */
export function rows(leaves: readonly Leaf[]): Map<number, Leaf[]> {
  const found = new Map<number, Leaf[]>();
  for (const leaf of leaves) {
    const row = found.get(leaf.line + 1);
    if (row === undefined) found.set(leaf.line + 1, [leaf]);
    else row.push(leaf);
  }
  return found;
}

/** Returns the first name or string that was replaced by another between the same leaves. */
function findReplacement(old: readonly Leaf[], now: readonly Leaf[]): Pair | null {
  const parts = diffArrays(
    old.map(({ text }) => text),
    now.map(({ text }) => text),
  );
  let [oldAt, newAt] = [0, 0];
  for (const [index, { added, removed, value }] of parts.entries()) {
    const next = parts[index + 1];
    const [from, to] = [old[oldAt], now[newAt]];
    const isOneForOne = removed && next?.added && value.length === 1 && next.value.length === 1;
    if (isOneForOne && from !== undefined && to !== undefined && areSameKind(from, to)) return { from, to };
    if (!added) oldAt += value.length;
    if (!removed) newAt += value.length;
  }
  return null;
}

function areSameKind(one: Leaf, other: Leaf): boolean {
  const isName = ({ kind }: Leaf) => kind === "name" || kind === "member";
  return (isName(one) && isName(other)) || (one.kind === "text" && other.kind === "text");
}
