/** What an engine tells about itself. Counts are since the engine was made and only grow. */
export interface EngineStats {
  /**
   * `idle`: there is no process, and nothing has asked for one. `resting`: it died so often that it is not started for a
   * while.
   */
  readonly state: "idle" | "starting" | "running" | "resting" | "closed";
  /** Deaths of the process that nobody asked for, and how many of them ended a process that hung. */
  readonly deaths: number;
  readonly hangs: number;
  /** Bytes of the process that are in memory, as it said last; null while there is none. */
  readonly memory: number | null;
  /** The models in memory. */
  readonly models: readonly ModelStats[];
  readonly modelLoads: number;
  /** Models that made room for others. */
  readonly modelEvictions: number;
  readonly steps: StepStats;
}

export interface ModelStats {
  readonly id: string;
  /** What its weights, the state of its threads and its buffers take, in bytes. */
  readonly bytes: number;
}

/** A histogram of the times that steps took. */
export interface StepStats {
  /** Upper bounds of the buckets, in seconds, ascending. */
  readonly bounds: readonly number[];
  /** Steps in each bucket; one more than bounds, for those above the last. */
  readonly counts: readonly number[];
  /** Seconds of all steps together. */
  readonly seconds: number;
}
