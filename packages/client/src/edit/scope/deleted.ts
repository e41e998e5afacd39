import type { Hunk } from "../hunk.ts";
import type { Change } from "./change.ts";
import type { ScopeConcern } from "./concern.ts";
import type { Leaf } from "./leaf.ts";
import { rows } from "./replaced.ts";

/** Names that an equivalent form of the same code may not need. */
const FORMS = new Set(
  (
    "push length forEach map filter reduce some every find includes indexOf join concat slice keys values entries then " +
    "catch finally call apply bind get set has add Promise resolve reject arguments toString next value done undefined " +
    "prototype create assign hasOwnProperty isArray Object Array Math max min pow floor String Number test match 0 1"
  ).split(" "),
);

/** Returns deleted lines that nothing replaces. */
export function deletedLines({ old, now, hunks, request }: Change): ScopeConcern[] {
  if (request.asksForFix || request.removesUnused) return [];
  const oldRows = rows(old);
  const newRows = rows(now);
  const left = new Set(now.map(({ text }) => text));
  const declared = new Set(old.filter(({ declares }) => declares).map(({ text }) => text));
  const arrived = new Set(hunks.flatMap(({ newLines }) => newLines.map((line) => line.trim())));
  const isGone = ({ kind, text }: Leaf) => (kind === "name" || kind === "member") && !left.has(text);
  const isGoneUse = (leaf: Leaf) => isGone(leaf) && !declared.has(leaf.text) && !FORMS.has(leaf.text);
  const isGoneDeclaration = (leaf: Leaf) => leaf.kind === "name" && isGone(leaf) && declared.has(leaf.text);
  const concerns: ScopeConcern[] = [];
  for (const hunk of hunks) {
    const { oldStart, oldLines, newStart, newLines } = hunk;
    // If error handling is removed, what the `catch` did goes with it.
    if (request.mentionsCatching && oldLines.some((line) => /\bcatch\b/.test(line))) continue;
    const isApart =
      newLines.length === 0 && hunks.every((other) => other === hunk || distance(hunk, other) > APART);
    const places = newLines.map((_, index) => textsOf(newRows.get(newStart + index) ?? []));
    for (const [index, line] of oldLines.entries()) {
      const meaningful = (oldRows.get(oldStart + index) ?? []).filter(isMeaningful);
      if (
        meaningful.length === 0 ||
        arrived.has(line.trim()) ||
        meaningful.some(({ text }) => request.mentions(text))
      )
        continue;
      if (request.mentionsComments && meaningful.every(({ kind }) => kind === "comment")) continue;
      const hasPlace = places.some(
        (texts) => meaningful.filter(({ text }) => texts.has(text)).length * 2 >= meaningful.length,
      );
      if (hasPlace || newLines.length >= oldLines.length) continue;
      const isAlone = isApart && !request.removes && !request.allowsRestructuring;
      if (isAlone ? meaningful.some(isGoneDeclaration) : !meaningful.some(isGoneUse)) continue;
      concerns.push({ kind: "deleted", line: newStart, message: `"${line.trim()}" was deleted` });
    }
  }
  return concerns;
}

function isMeaningful({ kind }: Leaf): boolean {
  return kind !== "other";
}

function textsOf(leaves: readonly Leaf[]): ReadonlySet<string> {
  return new Set(leaves.filter(isMeaningful).map(({ text }) => text));
}

/** Number of unchanged lines between two changes above which they are unrelated. */
const APART = 1;

/** Returns the number of unchanged lines between two changes. */
function distance(one: Hunk, other: Hunk): number {
  const [first, second] = one.oldStart < other.oldStart ? [one, other] : [other, one];
  return second.oldStart - (first.oldStart + first.oldLines.length);
}
