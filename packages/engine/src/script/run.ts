import { EngineError } from "../contract/index.ts";

/** One prefill or generation. Its caller's signal stops it, or whoever holds it. */
export class Run {
  readonly #caller: AbortSignal | undefined;
  readonly #onAbort = () => this.stop(new EngineError("aborted", "stopped by its caller"));
  #stopped: EngineError | null = null;
  /** Made for those who wait, since most runs never do. */
  #waiting: AbortController | null = null;

  constructor(caller?: AbortSignal) {
    this.#caller = caller;
  }

  /** Why it was stopped; null while it goes on. */
  get stopped(): EngineError | null {
    if (this.#stopped === null && this.#caller?.aborted) this.#onAbort();
    return this.#stopped;
  }

  /** Fires when it is stopped. */
  get signal(): AbortSignal {
    if (this.#waiting === null) {
      this.#waiting = new AbortController();
      this.#caller?.addEventListener("abort", this.#onAbort, { once: true });
    }
    if (this.stopped !== null) this.#waiting.abort(this.stopped);
    return this.#waiting.signal;
  }

  stop(error: EngineError): void {
    this.#stopped ??= error;
    this.#waiting?.abort(error);
  }

  end(): void {
    this.#caller?.removeEventListener("abort", this.#onAbort);
  }
}
