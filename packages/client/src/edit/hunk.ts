/** One change, in whole lines. Lines are without their endings; see {@link applyHunks} for how those are kept. */
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
