import { diffArrays } from "diff";
import type { Change } from "./change.ts";
import type { ScopeConcern } from "./concern.ts";
import type { Leaf } from "./leaf.ts";

/** Names and texts that stand where others stood, where neither of them is spoken of. */
export function replacedLeaves(change: Change): ScopeConcern[] {
  const { before, after, old, now, hunks, request } = change;
  if (request.repairs) return [];
  const oldRows = rows(old);
  const newRows = rows(now);
  const oldLines = counted(before);
  const newLines = counted(after);
  const isOneOfMore = (line: string) => (newLines.get(line) ?? 0) > (oldLines.get(line) ?? 0);
  const isOneOfFewer = (line: string) => (newLines.get(line) ?? 0) < (oldLines.get(line) ?? 0);
  const concerns: ScopeConcern[] = [];
  for (const hunk of hunks) {
    const gone = hunk.oldLines.flatMap((line, index) =>
      isOneOfFewer(line.trim()) ? [oldRows.get(hunk.oldStart + index) ?? []] : [],
    );
    for (const [index, text] of hunk.newLines.entries()) {
      if (!isOneOfMore(text.trim())) continue;
      const line = hunk.newStart + index;
      const likest = likestOf(gone, newRows.get(line) ?? []);
      const pair = likest === null ? null : replacedIn(likest, newRows.get(line) ?? []);
      if (request.orders && likest !== null && isTurnedRound(likest, newRows.get(line) ?? [])) continue;
      if (pair !== null) concerns.push(...concernOf(pair, line, change));
    }
  }
  return concerns;
}

/** Whether two lines say the same in another order: the same leaves, or the other direction. */
function isTurnedRound(old: readonly Leaf[], now: readonly Leaf[]): boolean {
  const said = (leaves: readonly Leaf[]) =>
    leaves
      .map(({ text }) => text.replace(DIRECTION, "asc"))
      .sort()
      .join("\n");
  return said(old) === said(now);
}

const DIRECTION = /\b(?:asc|desc)(?:ending)?\b/gi;

interface Pair {
  readonly from: Leaf;
  readonly to: Leaf;
}

function concernOf({ from, to }: Pair, line: number, { before, old, request }: Change): ScopeConcern[] {
  if (request.names(from.text) || request.names(to.text)) return [];
  if (to.kind !== "text") {
    // What was never heard of is told as undeclared, or is new.
    if (!old.some(({ text }) => text === to.text)) return [];
    return [{ kind: "renamed", line, message: `"${from.text}" was replaced by "${to.text}"` }];
  }
  // "Sundays at 4" does not name what a schedule has for it.
  if (SCHEDULE.test(from.text.trim()) && SCHEDULE.test(to.text.trim())) return [];
  if (CURRENCY.test(from.text.trim()) && CURRENCY.test(to.text.trim()) && MONEY.test(request.text)) return [];
  const words = to.text.match(/[\p{L}\p{N}_$]{2,}/gu) ?? [];
  if (before.includes(to.text.trim()) || words.some((word) => request.names(word))) return [];
  return [{ kind: "text", line, message: `"${from.text.trim()}" was replaced by "${to.text.trim()}"` }];
}

/** A cron expression, of five fields or six. */
const SCHEDULE = /^["'`]?(?:(?:[\d*/,-]|[A-Z]{3})+(?: (?!["'`]?$)|(?=["'`]?$))){5,6}["'`]?$/;

/** A code such as EUR, and how people speak of money. */
const CURRENCY = /^["'`]?[A-Z]{3}["'`]?$/;
const MONEY =
  /\b(?:currenc\w*|euros?|dollars?|pounds?|yen|yuan|francs?|rupees?|krona|kroner?|pesos?|zloty)\b|[€$£¥₹]/i;

/** How often each line stands in the code, indentation aside. */
function counted(code: string): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const line of code.split("\n")) counts.set(line.trim(), (counts.get(line.trim()) ?? 0) + 1);
  return counts;
}

/** The likest of the lines that are gone; null where the line has little in common with all of them. */
function likestOf(gone: readonly (readonly Leaf[])[], line: readonly Leaf[]): readonly Leaf[] | null {
  let likest: readonly Leaf[] | null = null;
  let most = LIKE;
  for (const old of gone) {
    const texts = new Set(old.map(({ text }) => text));
    const shared = line.filter(({ text }) => texts.has(text)).length / Math.max(old.length, line.length);
    if (shared >= most) [most, likest] = [shared, old];
  }
  return likest;
}

/** Of two lines, the part that they have in common for the one to come from the other. */
const LIKE = 0.65;

/** Leaves by 1-based line. */
export function rows(leaves: readonly Leaf[]): Map<number, Leaf[]> {
  const found = new Map<number, Leaf[]>();
  for (const leaf of leaves) {
    const row = found.get(leaf.line + 1);
    if (row === undefined) found.set(leaf.line + 1, [leaf]);
    else row.push(leaf);
  }
  return found;
}

/** The first name or text of a line that stands between the same leaves as another one of the other line. */
function replacedIn(old: readonly Leaf[], now: readonly Leaf[]): Pair | null {
  const parts = diffArrays(
    old.map(({ text }) => text),
    now.map(({ text }) => text),
  );
  let [oldAt, newAt] = [0, 0];
  for (const [index, { added, removed, value }] of parts.entries()) {
    const next = parts[index + 1];
    const [from, to] = [old[oldAt], now[newAt]];
    const isOneForOne = removed && next?.added && value.length === 1 && next.value.length === 1;
    if (isOneForOne && from !== undefined && to !== undefined && areOfAKind(from, to)) return { from, to };
    if (!added) oldAt += value.length;
    if (!removed) newAt += value.length;
  }
  return null;
}

function areOfAKind(one: Leaf, other: Leaf): boolean {
  const isName = ({ kind }: Leaf) => kind === "name" || kind === "member";
  return (isName(one) && isName(other)) || (one.kind === "text" && other.kind === "text");
}
