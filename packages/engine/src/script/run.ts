import { EngineError } from "../contract/index.ts";

/** One prefill or generation. Its caller's signal stops it, or whoever holds it. */
export class Run {
  readonly #stop = new AbortController();
  readonly #caller: AbortSignal | undefined;
  readonly #onAbort = () => this.stop(new EngineError("aborted", "stopped by its caller"));

  constructor(caller?: AbortSignal) {
    this.#caller = caller;
    if (caller?.aborted) this.#onAbort();
    else caller?.addEventListener("abort", this.#onAbort, { once: true });
  }

  /** Its reason is an {@link EngineError}. */
  get signal(): AbortSignal {
    return this.#stop.signal;
  }

  stop(error: EngineError): void {
    this.#stop.abort(error);
  }

  end(): void {
    this.#caller?.removeEventListener("abort", this.#onAbort);
  }
}
