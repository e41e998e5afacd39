import type { StructuredPatch } from "diff";
import { createTwoFilesPatch, FILE_HEADERS_ONLY, formatPatch } from "diff/lib/patch/create.js";

/** Time limit for finding the smallest diff, in milliseconds. */
const TIMEOUT = 1_000;

/** Returns a unified diff with three lines of context; empty if nothing changed. */
export function unifiedDiff(before: string, after: string, path: string): string {
  if (before === after) return "";
  const name = path.replaceAll("\\", "/").replace(/^\/+/, "");
  const [oldName, newName] = [`a/${name}`, `b/${name}`];
  const diff = createTwoFilesPatch(oldName, newName, before, after, undefined, undefined, {
    context: 3,
    headerOptions: FILE_HEADERS_ONLY,
    timeout: TIMEOUT,
  });
  return diff ?? replacementDiff(oldName, newName, before, after);
}

/** Returns a diff that replaces all lines, for code too different to compare in time. */
export function replacementDiff(oldName: string, newName: string, before: string, after: string): string {
  const removed = prefixLines("-", before);
  const added = prefixLines("+", after);
  const hunk = {
    oldStart: 1,
    oldLines: removed.filter((line) => line.startsWith("-")).length,
    newStart: 1,
    newLines: added.filter((line) => line.startsWith("+")).length,
    lines: [...removed, ...added],
  };
  const patch: StructuredPatch = {
    oldFileName: oldName,
    newFileName: newName,
    oldHeader: undefined,
    newHeader: undefined,
    hunks: [hunk],
  };
  return formatPatch(patch, FILE_HEADERS_ONLY);
}

function prefixLines(mark: string, code: string): string[] {
  const lines = code.split("\n");
  const ended = lines.at(-1) === "";
  if (ended) lines.pop();
  const result = lines.map((line) => mark + line);
  return ended || code === "" ? result : [...result, "\\ No newline at end of file"];
}
