import type { EngineStats } from "../contract/index.ts";
import type { ProcessReport } from "./messages.ts";
import { STEP_BOUNDS } from "./step-bounds.ts";

/** Statistics of an engine over all its processes. */
export class Tally {
  #deaths = 0;
  #hangs = 0;
  #modelLoads = 0;
  #modelEvictions = 0;
  readonly #counts: number[] = Array.from({ length: STEP_BOUNDS.length + 1 }, () => 0);
  #seconds = 0;

  /** Records the end of a process, expected or not. */
  addProcess(last: ProcessReport | null): void {
    if (last === null) return;
    this.#modelLoads += last.modelLoads;
    this.#modelEvictions += last.modelEvictions;
    for (const [index, count] of last.steps.counts.entries()) {
      this.#counts[index] = (this.#counts[index] ?? 0) + count;
    }
    this.#seconds += last.steps.seconds;
  }

  /** Records an unexpected end. */
  recordDeath(hung: boolean): void {
    this.#deaths += 1;
    if (hung) this.#hangs += 1;
  }

  /** `now`: the running process's latest report. */
  stats(state: EngineStats["state"], now: ProcessReport | null): EngineStats {
    return {
      state,
      deaths: this.#deaths,
      hangs: this.#hangs,
      memory: now?.memory ?? null,
      models: now?.models ?? [],
      modelLoads: this.#modelLoads + (now?.modelLoads ?? 0),
      modelEvictions: this.#modelEvictions + (now?.modelEvictions ?? 0),
      steps: {
        bounds: STEP_BOUNDS,
        counts: this.#counts.map((count, index) => count + (now?.steps.counts[index] ?? 0)),
        seconds: this.#seconds + (now?.steps.seconds ?? 0),
      },
    };
  }
}
