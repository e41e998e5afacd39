import type { EngineError } from "../../contract/index.ts";
import type { Sampler, Token } from "../binding/index.ts";
import type { ThreadState } from "./thread-state.ts";

/** A thread's prefill or generation, as the step loop sees it. What {@link next} and {@link sampled} throw fails it. */
export interface Job {
  readonly thread: ThreadState;
  /** Set from outside; the loop ends the job at the next step boundary. */
  cancelled: boolean;
  /** What to sample, once all of the thread's tokens but the last are evaluated; `done` for a prefill. */
  next(): Sampled | "done";
  /** Tokens have been evaluated: `done` of `total`. */
  progress(done: number, total: number): void;
  /** Takes a step's output: none where the first token was left undecided. True when the job has ended. */
  sampled(tokens: readonly Token[], drafted: number): boolean;
  /** The job is over: by itself, by cancellation, or by a failure. Called once; it does not throw. */
  end(outcome: Outcome): void;
}

export type Outcome =
  | { readonly type: "done" }
  | { readonly type: "cancelled" }
  | { readonly type: "failed"; readonly error: EngineError };

/** What a step samples for a job. */
export interface Sampled {
  readonly sampler: Sampler;
  readonly draft: Uint32Array;
}
