import type { Preview, PreviewPiece } from "@flint/client";
import type { DiffLine } from "./diff-line.ts";

const CONTEXT = 3;

/**
 * Returns the lines that show a running edit: every change with a few unchanged lines around it, then the line being
 * written, then a few original lines that are still expected.
 */
export function previewLines({ pieces }: Preview): { lines: DiffLine[]; ahead: number } {
  const lines: DiffLine[] = [];
  let ahead = 0;
  for (const [index, piece] of pieces.entries()) {
    if (piece.kind === "changed")
      lines.push(...withSign("removed", piece.oldLines), ...withSign("added", piece.newLines));
    else if (piece.kind === "unchanged")
      lines.push(...shortened(piece, pieces[index - 1], pieces[index + 1]));
    else {
      const shown = piece.lines.slice(0, CONTEXT);
      lines.push(...shown.map((text): DiffLine => ({ kind: "faint", text: ` ${text}` })));
      ahead = shown.length;
    }
  }
  return { lines, ahead };
}

function withSign(kind: "removed" | "added" | "context", lines: readonly string[]): DiffLine[] {
  const sign = kind === "removed" ? "-" : kind === "added" ? "+" : " ";
  return lines.map((text) => ({ kind, text: sign + text }));
}

/** Shortens unchanged lines to those after a change and those before the next change or the line being written. */
function shortened(
  { lines }: { readonly lines: readonly string[] },
  before: PreviewPiece | undefined,
  after: PreviewPiece | undefined,
): DiffLine[] {
  const head = before?.kind === "changed" ? CONTEXT : 0;
  const tail = after?.kind === "changed" || after?.kind === "expected" ? CONTEXT : 0;
  if (lines.length <= head + tail + 1) return withSign("context", lines);
  const hidden = lines.length - head - tail;
  const gap: DiffLine = { kind: "faint", text: ` ⋯ ${hidden} ${hidden === 1 ? "line" : "lines"}` };
  const last = tail === 0 ? [] : lines.slice(-tail);
  return [...withSign("context", lines.slice(0, head)), gap, ...withSign("context", last)];
}
