import type { LoadProgress, PrefillProgress } from "@flint/engine";
import { events } from "@flint/protocol";
import type { Measure } from "./measure.ts";

/** Milliseconds between two words about a model that is being loaded. */
const LOADING_INTERVAL = 1_000;

/** What a turn waits for before its model answers: how far a load is, then how far the reading of its prompt. */
export class Waiting {
  readonly #measure: Measure;
  readonly #tell: () => void;
  readonly #began = performance.now();
  #told = this.#began;
  #loading: LoadProgress | null = null;
  #prefill: PrefillProgress | null = null;

  /** `tell` is called when there is a word to be said before it is time for a keep-alive. */
  constructor(measure: Measure, tell: () => void) {
    this.#measure = measure;
    this.#tell = tell;
  }

  readonly onLoading = (progress: LoadProgress): void => {
    const now = performance.now();
    this.#measure.loading(this.#began);
    this.#loading = progress.part < 1 ? progress : null;
    if (now - this.#told < LOADING_INTERVAL) return;
    this.#told = now;
    this.#tell();
  };

  readonly onProgress = (progress: PrefillProgress): void => {
    this.#prefill = progress;
  };

  keepalive() {
    if (this.#loading !== null) return events.keepalive({ loading: { ...this.#loading } });
    return this.#prefill === null ? events.keepalive() : events.keepalive({ prefill: { ...this.#prefill } });
  }
}
