/** A change of lines; both starts are 0-based. */
export interface LineChange {
  readonly oldStart: number;
  readonly oldCount: number;
  readonly newStart: number;
  readonly newLines: readonly string[];
}
