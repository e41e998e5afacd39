import { diffArrays } from "diff/lib/diff/array.js";
import type { LineChange } from "./line-change.ts";

/** Maximum edit distance for a comparison by line; a stretch that differs more is replaced as a whole. */
const MAX_EDIT_LENGTH = 400;

/** Returns the smallest changes that turn the old lines of a stretch into the new ones. */
export function refine(
  oldLines: readonly string[],
  newLines: readonly string[],
  oldStart: number,
  newStart: number,
): LineChange[] {
  let head = 0;
  const shorter = Math.min(oldLines.length, newLines.length);
  while (head < shorter && oldLines[head] === newLines[head]) head++;
  let tail = 0;
  while (tail < shorter - head && oldLines.at(-1 - tail) === newLines.at(-1 - tail)) tail++;
  const oldMiddle = oldLines.slice(head, oldLines.length - tail);
  const newMiddle = newLines.slice(head, newLines.length - tail);
  const at = { old: oldStart + head, new: newStart + head };
  if (oldMiddle.length === 0 && newMiddle.length === 0) return [];
  const parts =
    oldMiddle.length === 0 || newMiddle.length === 0
      ? undefined
      : diffArrays(oldMiddle, newMiddle, { maxEditLength: MAX_EDIT_LENGTH });
  if (parts === undefined) {
    return [{ oldStart: at.old, oldCount: oldMiddle.length, newStart: at.new, newLines: newMiddle }];
  }
  const changes: LineChange[] = [];
  let open: { oldStart: number; oldCount: number; newStart: number; newLines: string[] } | null = null;
  for (const { added, removed, value } of parts) {
    if (!added && !removed) {
      at.old += value.length;
      at.new += value.length;
      open = null;
      continue;
    }
    if (open === null) {
      open = { oldStart: at.old, oldCount: 0, newStart: at.new, newLines: [] };
      changes.push(open);
    }
    if (removed) {
      open.oldCount += value.length;
      at.old += value.length;
    } else {
      open.newLines.push(...value);
      at.new += value.length;
    }
  }
  return changes;
}
