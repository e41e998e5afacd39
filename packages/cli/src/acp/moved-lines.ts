import type { Hunk } from "@flint/client";
import type { FileReference } from "./prompt.ts";

/**
 * Updates references after `edited`, one of them, was edited by `hunks`: lines below move, edited ranges grow or shrink.
 * A reference without remaining lines becomes one to the whole file.
 */
export function moveLines(
  files: readonly FileReference[],
  edited: FileReference,
  hunks: readonly Hunk[],
): FileReference[] {
  return files.map((file) => {
    if (file.path !== edited.path || file.selection === null) return file;
    // Lines inserted at an edge belong to the edited range, not to its neighbours.
    const isEdited = file === edited;
    const start = movedLine(file.selection.start, hunks, !isEdited);
    const end = movedLine(file.selection.end + 1, hunks, isEdited) - 1;
    return { path: file.path, selection: start > end ? null : { start, end } };
  });
}

/** Returns the position of `line` after the hunks; `isBelow`: below lines inserted at that position. */
function movedLine(line: number, hunks: readonly Hunk[], isBelow: boolean): number {
  let shift = 0;
  for (const { oldStart, oldLines, newLines } of hunks) {
    const oldEnd = oldStart + oldLines.length;
    if (oldEnd < line || (oldEnd === line && (isBelow || oldStart < line)))
      shift += newLines.length - oldLines.length;
    else if (oldStart < line) shift += Math.min(0, newLines.length - (line - oldStart));
  }
  return line + shift;
}
