import type { Preview, PreviewPiece } from "@flint/client/browser";

export type Changed = Extract<PreviewPiece, { kind: "changed" }>;

/** An edit's progress since it was last read. */
export interface Progress {
  /** Changes that settled since then. */
  readonly settled: readonly Changed[];
  /** The change that is still streaming. */
  readonly open: Changed | null;
  /** The 1-based line of the code that the answer has reached; null if unknown. */
  readonly reached: number | null;
}

/** `known` holds the keys of the settled changes returned before; new ones are added to it. */
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

/** Identifies a settled change. One line may have both an insertion and a replacement, or two insertions. */
function keyOf({ oldStart, oldLines, newLines }: Changed): string {
  return `${oldStart} ${oldLines.length} ${newLines.length} ${newLines[0] ?? ""}`;
}
