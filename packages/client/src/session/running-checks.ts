import { closedError } from "../connection/index.ts";
import type { CheckRequest, CheckResult, RunChecks } from "../edit/index.ts";

/** Runs the checks of a session's edits; none outlives the session. */
export class RunningChecks {
  readonly #runChecks: RunChecks;
  readonly #closed: AbortSignal;
  readonly #running = new Set<Promise<unknown>>();

  /** `closed` fires when the session is closed. */
  constructor(runChecks: RunChecks, closed: AbortSignal) {
    this.#runChecks = runChecks;
    this.#closed = closed;
  }

  /** Rejects with {@link FlintError} `session_closed` if the session is closed first. */
  readonly run: RunChecks = async ({ edited, checks, signal }: CheckRequest) => {
    if (this.#closed.aborted) throw closedError();
    const ends = AbortSignal.any(signal === undefined ? [this.#closed] : [signal, this.#closed]);
    const results: Promise<readonly CheckResult[]> = this.#runChecks({ edited, checks, signal: ends });
    this.#running.add(results);
    try {
      const ended = await results;
      if (this.#closed.aborted) throw closedError();
      return ended;
    } finally {
      this.#running.delete(results);
    }
  };

  /** Resolves when no check runs any more and their files are removed. */
  async settled(): Promise<void> {
    await Promise.allSettled(this.#running);
  }
}
