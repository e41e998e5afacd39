/** An engine's statistics. Counts start at its creation and never decrease. */
export interface EngineStats {
  /** `idle`: no process, since none was needed. `resting`: after too many crashes, the process is not restarted for a while. */
  readonly state: "idle" | "starting" | "running" | "resting" | "closed";
  /** Unexpected ends of the process, and how many of them were kills of a hung process. */
  readonly deaths: number;
  readonly hangs: number;
  /** Resident memory of the process in bytes, as last reported; null without a process. */
  readonly memory: number | null;
  /** The models in memory. */
  readonly models: readonly ModelStats[];
  readonly modelLoads: number;
  /** Models unloaded to make room for others. */
  readonly modelEvictions: number;
  readonly steps: StepStats;
}

export interface ModelStats {
  readonly id: string;
  /** Size of its weights, its threads' state and its buffers, in bytes. */
  readonly bytes: number;
}

/** A histogram of step durations. */
export interface StepStats {
  /** Upper bounds of the buckets, in seconds, ascending. */
  readonly bounds: readonly number[];
  /** Steps per bucket. One more than `bounds`, for durations above the last. */
  readonly counts: readonly number[];
  /** Total duration of all steps, in seconds. */
  readonly seconds: number;
}
