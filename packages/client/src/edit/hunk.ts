/**
 * One change, in lines of the code as it was given. Lines are what `code.split("\n")` yields: without `\n`, and
 * with the `\r` of a CRLF line still there.
 */
export interface Hunk {
  readonly kind: "insert" | "delete" | "replace";
  /** 1-based line of the original where the change begins; for an insertion, the line that it goes before. */
  readonly oldStart: number;
  /** The lines taken out; empty for an insertion. */
  readonly oldLines: readonly string[];
  /** 1-based line of the edited code where the new lines begin. */
  readonly newStart: number;
  /** The lines put in; empty for a deletion. */
  readonly newLines: readonly string[];
}

/** The edited code: `hunks`, in order, applied to `code`. */
export function applyHunks(code: string, hunks: readonly Hunk[]): string {
  const lines = code.split("\n");
  const edited: string[] = [];
  let next = 0;
  for (const hunk of hunks) {
    for (; next < hunk.oldStart - 1; next++) edited.push(lines[next] ?? "");
    edited.push(...hunk.newLines);
    next += hunk.oldLines.length;
  }
  for (; next < lines.length; next++) edited.push(lines[next] ?? "");
  return edited.join("\n");
}
