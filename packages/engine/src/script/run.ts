import { EngineError } from "../contract/index.ts";

/** A prefill or generation, which its caller's signal or its owner can stop. */
export class Run {
  readonly #caller: AbortSignal | undefined;
  readonly #onAbort = () => this.stop(new EngineError("aborted", "stopped by its caller"));
  #stopped: EngineError | null = null;
  /** Created on demand, since most runs never wait. */
  #waiting: AbortController | null = null;

  constructor(caller?: AbortSignal) {
    this.#caller = caller;
  }

  /** Why the run was stopped; null while it runs. */
  get stopped(): EngineError | null {
    if (this.#stopped === null && this.#caller?.aborted) this.#onAbort();
    return this.#stopped;
  }

  /** Aborted when the run is stopped. */
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
