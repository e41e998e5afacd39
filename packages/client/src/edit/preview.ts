/** A stretch of a running edit. Lines are without line endings; `oldStart` and `newStart` are 1-based. */
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
      /** `false` while this may still change: `oldLines` is then an estimate. */
      readonly settled: boolean;
    }
  | { readonly kind: "expected"; readonly oldStart: number; readonly lines: readonly string[] };

/**
 * The current state of a running edit, for display: the stretches that have arrived, in order, then the lines of the
 * original that are still expected. With a selection, only the selected lines.
 */
export interface Preview {
  readonly pieces: readonly PreviewPiece[];
  /** Number of lines that have arrived, including an unfinished one. */
  readonly arrivedLines: number;
}
