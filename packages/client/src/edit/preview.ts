/** A stretch of an edit under way. Lines are without line endings; `oldStart` and `newStart` are 1-based. */
export type PreviewPiece =
  | {
      readonly kind: "unchanged";
      readonly oldStart: number;
      readonly newStart: number;
      readonly lines: readonly string[];
    }
  | {
      readonly kind: "changed";
      readonly oldStart: number;
      readonly oldLines: readonly string[];
      readonly newStart: number;
      readonly newLines: readonly string[];
      /** `false` while the text may still turn out otherwise: `oldLines` is then an estimate. */
      readonly settled: boolean;
    }
  | { readonly kind: "expected"; readonly oldStart: number; readonly lines: readonly string[] };

/**
 * How an edit stands, for painting: what arrived, unchanged or changed, in order, and last the lines of the
 * original that are still expected. Only the selected lines, where there is a selection.
 */
export interface Preview {
  readonly pieces: readonly PreviewPiece[];
  /** Lines that arrived, the unfinished one included. */
  readonly arrivedLines: number;
}
