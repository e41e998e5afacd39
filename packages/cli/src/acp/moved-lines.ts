import type { Hunk } from "@flint/client";
import type { FileReference } from "./prompt.ts";

/**
 * Where references are once `edited`, one of them, was edited by `hunks`: lines below move, and those that were edited
 * grow or shrink. A reference of which no line is left means its file.
 */
export function moveLines(
  files: readonly FileReference[],
  edited: FileReference,
  hunks: readonly Hunk[],
): FileReference[] {
  return files.map((file) => {
    if (file.path !== edited.path || file.selection === null) return file;
    // What was put in at an edge belongs to the lines that were edited, and not to their neighbours.
    const isEdited = file === edited;
    const start = moved(file.selection.start, hunks, !isEdited);
    const end = moved(file.selection.end + 1, hunks, isEdited) - 1;
    return { path: file.path, selection: start > end ? null : { start, end } };
  });
}

/** Where the upper edge of `line` is after the hunks; `isBelow` says whether that is below what is put in there. */
function moved(line: number, hunks: readonly Hunk[], isBelow: boolean): number {
  let shift = 0;
  for (const { oldStart, oldLines, newLines } of hunks) {
    const oldEnd = oldStart + oldLines.length;
    if (oldEnd < line || (oldEnd === line && (isBelow || oldStart < line)))
      shift += newLines.length - oldLines.length;
    else if (oldStart < line) shift += Math.min(0, newLines.length - (line - oldStart));
  }
  return line + shift;
}
