/** One change of whole lines. Lines are without line endings; see {@link applyHunks} for how those are kept. */
export interface Hunk {
  readonly kind: "insert" | "delete" | "replace";
  /** 1-based line of the original where the change begins; an insertion goes before this line. */
  readonly oldStart: number;
  /** The removed lines; empty for an insertion. */
  readonly oldLines: readonly string[];
  /** 1-based line of the edited code where the new lines begin. */
  readonly newStart: number;
  /** The added lines; empty for a deletion. */
  readonly newLines: readonly string[];
}
