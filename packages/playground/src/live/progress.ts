import type { Preview, PreviewPiece } from "@flint/client/browser";

export type Changed = Extract<PreviewPiece, { kind: "changed" }>;

/** How far an edit has come since it was last looked at. */
export interface Progress {
  /** Changes that have settled since. */
  readonly settled: readonly Changed[];
  /** The change that is still arriving. */
  readonly open: Changed | null;
  /** The line of the code, 1-based, that is reached; null where that is nowhere in particular. */
  readonly reached: number | null;
}

/** `known`: the settled changes that were seen already, by their keys; those that were not are added. */
export function progressOf({ pieces }: Preview, known: Set<string>): Progress {
  const settled: Changed[] = [];
  let open: Changed | null = null;
  let reached: number | null = null;
  for (const piece of pieces) {
    if (piece.kind === "expected") reached = piece.oldStart;
    else if (piece.kind === "changed" && !piece.settled) {
      open = piece;
      reached = piece.oldStart + piece.oldLines.length;
    } else if (piece.kind === "changed" && !known.has(keyOf(piece))) {
      known.add(keyOf(piece));
      settled.push(piece);
    }
  }
  return { settled, open, reached };
}

/** Of a settled change. At one line there may be an insertion and a replacement, or what two blocks insert. */
function keyOf({ oldStart, oldLines, newLines }: Changed): string {
  return `${oldStart} ${oldLines.length} ${newLines.length} ${newLines[0] ?? ""}`;
}
