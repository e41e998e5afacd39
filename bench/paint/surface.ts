/** A user interface that paints an edit while it streams in. */
export interface Surface extends AsyncDisposable {
  readonly name: string;
  /** Measures one edit by the scripted model, from its first burst to its last. */
  measure(): Promise<Painting>;
}

export interface Painting {
  /** From each burst's arrival until it is painted, in milliseconds. */
  readonly delays: readonly number[];
  /** Frames due at the display's rate, and how many of them were dropped. */
  readonly frames: number;
  readonly dropped: number;
  /** Fraction of the time that the painting thread is busy. */
  readonly busy: number;
}
