import { EngineError } from "../contract/index.ts";

/** Stops a prefill or generation, on behalf of its caller, its thread or its engine. */
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

  /** Why it was stopped; null while it runs. */
  get reason(): EngineError | null {
    return this.#reason;
  }

  stop(reason: EngineError): void {
    if (this.#reason !== null) return;
    this.#reason = reason;
    this.#controller.abort();
  }

  /** Awaits some work. Rejects with the reason as soon as it is stopped; later results are ignored. */
  orStopped<T>(work: Promise<T>): Promise<T> {
    return new Promise((resolve, reject) => {
      const stopped = () => reject(this.#reason);
      this.signal.addEventListener("abort", stopped, { once: true });
      if (this.signal.aborted) stopped();
      work.then(resolve, reject).finally(() => this.signal.removeEventListener("abort", stopped));
    });
  }

  /** Waits for a time, or until stopped. */
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
