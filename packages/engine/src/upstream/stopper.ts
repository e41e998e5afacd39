import { EngineError } from "../contract/index.ts";

/** One prefill or generation under way: its caller stops it, or its thread, or its engine. */
export class Stopper {
  readonly #controller = new AbortController();
  readonly #caller: AbortSignal | undefined;
  readonly #onAbort = () => this.stop(new EngineError("aborted", "stopped by its caller"));
  #reason: EngineError | null = null;

  constructor(caller: AbortSignal | undefined) {
    this.#caller = caller;
    caller?.addEventListener("abort", this.#onAbort);
    if (caller?.aborted) this.#onAbort();
  }

  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Why it was stopped; null while it goes on. */
  get reason(): EngineError | null {
    return this.#reason;
  }

  stop(reason: EngineError): void {
    if (this.#reason !== null) return;
    this.#reason = reason;
    this.#controller.abort();
  }

  /** What comes of some work. Rejects with the reason as soon as it is stopped: what comes then nobody waits for. */
  orStopped<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const stopped = () => reject(this.#reason);
      this.signal.addEventListener("abort", stopped, { once: true });
      if (this.signal.aborted) stopped();
      work.then(resolve, reject).finally(() => this.signal.removeEventListener("abort", stopped));
    });
  }

  /** Waits, and no longer than until it is stopped. */
  pause(milliseconds: number): Promise<void> {
    return new Promise((resolve) => {
      const done = () => {
        clearTimeout(timer);
        this.signal.removeEventListener("abort", done);
        resolve();
      };
      const timer = setTimeout(done, milliseconds);
      this.signal.addEventListener("abort", done);
      if (this.signal.aborted) done();
    });
  }

  end(): void {
    this.#caller?.removeEventListener("abort", this.#onAbort);
  }
}
