import { type BrokenPrefix, EngineError } from "../../contract/index.ts";
import type { CallResult } from "../messages.ts";
import type { Job, Outcome } from "./jobs.ts";
import type { ThreadState } from "./thread-state.ts";

export interface PrefillReports {
  progress(done: number, total: number): void;
  done(result: CallResult): void;
  failed(error: EngineError): void;
}

/** Evaluates a thread's tokens except the last one, which belongs to the step that samples. */
export class Prefill implements Job {
  readonly thread: ThreadState;
  readonly #reports: PrefillReports;
  #reused: number | null = null;
  cancelled = false;

  constructor(thread: ThreadState, reports: PrefillReports) {
    this.thread = thread;
    this.#reports = reports;
  }

  next(): "done" {
    return "done";
  }

  progress(done: number, total: number): void {
    this.#reused ??= done;
    // Count the last token as done: it is evaluated in the answer's first step.
    this.#reports.progress(done >= total - 1 ? total : done, total);
  }

  addOutput(): boolean {
    return true;
  }

  end(outcome: Outcome): void {
    if (outcome.type === "failed") this.#reports.failed(outcome.error);
    else if (outcome.type === "cancelled") {
      this.#reports.failed(new EngineError("aborted", "the prefill was aborted"));
    } else {
      const reusedTokens = this.#reused ?? 0;
      const broke = this.#broke(reusedTokens);
      this.#reports.done({ promptTokens: this.thread.tokens.length, reusedTokens, ...(broke && { broke }) });
    }
  }

  /** Returns why less was reused than the thread once had, or null. */
  #broke(reusedTokens: number): BrokenPrefix | null {
    const { latestPrompt, lostTokens } = this.thread;
    this.thread.lostTokens = 0;
    if (!latestPrompt) return null;
    // The last token is always evaluated again, for its output.
    const isLost = reusedTokens < Math.min(latestPrompt.keptTokens, lostTokens) - 1;
    return isLost
      ? { atToken: reusedTokens, item: null, field: null, reason: "evicted" }
      : latestPrompt.broke;
  }
}
