import { splitCode } from "./code-lines.ts";
import type { Hunk } from "./hunk.ts";
import { refine } from "./refine.ts";

/** Returns the line changes that turn `before` into `after`; `applyHunks(before, hunks)` has the same lines. */
export function hunksBetween(before: string, after: string): Hunk[] {
  const oldLines = splitCode(before).texts;
  const newLines = splitCode(after).texts;
  return refine(oldLines, newLines, 0, 0).map(({ oldStart, oldCount, newStart, newLines: lines }) => ({
    kind: oldCount === 0 ? "insert" : lines.length === 0 ? "delete" : "replace",
    oldStart: oldStart + 1,
    oldLines: oldLines.slice(oldStart, oldStart + oldCount),
    newStart: newStart + 1,
    newLines: lines,
  }));
}
