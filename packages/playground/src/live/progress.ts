import type { Preview, PreviewPiece } from "@flint/client/browser";

export type Changed = Extract<PreviewPiece, { kind: "changed" }>;

/** How far an edit has come since it was last looked at. */
export interface Progress {
  /** Changes that have settled since. */
  readonly settled: readonly Changed[];
  /** The change that is still arriving. */
  readonly open: Changed | null;
  /** The first line of the code, 1-based, that is still expected; 0 for none. */
  readonly next: number;
}

/** `known`: the settled changes that were seen already. */
export function progressOf({ pieces }: Preview, known: number): Progress {
  const settled: Changed[] = [];
  let open: Changed | null = null;
  let next = 0;
  let count = 0;
  for (const piece of pieces) {
    if (piece.kind === "expected") next = piece.oldStart;
    else if (piece.kind === "changed" && !piece.settled) open = piece;
    else if (piece.kind === "changed" && ++count > known) settled.push(piece);
  }
  return { settled, open, next };
}
