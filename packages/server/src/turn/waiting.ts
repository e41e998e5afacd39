import type { LoadProgress, PrefillProgress } from "@flint/engine";
import { events } from "@flint/protocol";
import type { Measure } from "./measure.ts";

/** Time between two reports about a model that is loading, in ms. */
const LOADING_INTERVAL = 1_000;

/** What a turn waits for before its model answers: the progress of loading it, then of prefilling the prompt. */
export class Waiting {
  readonly #measure: Measure;
  readonly #report: () => void;
  readonly #began = performance.now();
  #reportedAt = this.#began;
  #loading: LoadProgress | null = null;
  #prefill: PrefillProgress | null = null;

  /** `tell` is called to report progress before the next keep-alive is due. */
  constructor(measure: Measure, tell: () => void) {
    this.#measure = measure;
    this.#report = tell;
  }

  readonly onLoading = (progress: LoadProgress): void => {
    const now = performance.now();
    this.#measure.loading(this.#began);
    this.#loading = progress.part < 1 ? progress : null;
    if (now - this.#reportedAt < LOADING_INTERVAL) return;
    this.#reportedAt = now;
    this.#report();
  };

  readonly onProgress = (progress: PrefillProgress): void => {
    this.#prefill = progress;
  };

  keepalive() {
    if (this.#loading !== null) return events.keepalive({ loading: { ...this.#loading } });
    return this.#prefill === null ? events.keepalive() : events.keepalive({ prefill: { ...this.#prefill } });
  }
}
