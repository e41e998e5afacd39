/** Something that paints an edit while it streams in. */
export interface Surface extends AsyncDisposable {
  readonly name: string;
  /** One edit by the scripted model, from its first burst to its last one. */
  measure(): Promise<Painting>;
}

export interface Painting {
  /** From each burst's arrival to the moment when it is painted, in milliseconds. */
  readonly delays: readonly number[];
  /** Frames that there should have been, at the display's rate, and those of them that were not. */
  readonly frames: number;
  readonly dropped: number;
  /** Of the thread that paints: busy time by time. */
  readonly busy: number;
}
