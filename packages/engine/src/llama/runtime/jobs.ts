import type { EngineError } from "../../contract/index.ts";
import type { Sampler, Token } from "../binding/index.ts";
import type { ThreadState } from "./thread-state.ts";

/** A thread's prefill or generation in the step loop. An exception of {@link next} or {@link addOutput} fails the job. */
export interface Job {
  readonly thread: ThreadState;
  /** Set to end the job at the next step boundary. */
  cancelled: boolean;
  /** Returns what to sample once all tokens but the last are evaluated; `done` for a prefill. */
  next(): SampleRequest | "done";
  /** Reports that `done` of `total` tokens have been evaluated. */
  progress(done: number, total: number): void;
  /** Adds a step's output, empty if the first token was left undecided. Returns whether the job has ended. */
  addOutput(tokens: readonly Token[], drafted: number): boolean;
  /** Ends the job after completion, cancellation or failure. Called once; must not throw. */
  end(outcome: Outcome): void;
}

export type Outcome =
  | { readonly type: "done" }
  | { readonly type: "cancelled" }
  | { readonly type: "failed"; readonly error: EngineError };

/** What a step samples for a job. */
export interface SampleRequest {
  readonly sampler: Sampler;
  readonly draft: Uint32Array;
}
