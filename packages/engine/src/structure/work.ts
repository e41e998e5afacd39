import { type TimeUp, Unfinished } from "../aside/index.ts";
import { Untranslatable } from "./structure-error.ts";

/** Steps between two checks of the clock: a small fraction of a millisecond. */
const STEPS_A_LOOK = 100;

/** The work budget for all definitions of one request. A step takes about a microsecond. */
export class Work {
  readonly #most: number;
  readonly #isTimeUp: TimeUp | null;
  #done = 0;
  /** The step count at which the limits are checked next. */
  #next: number;

  /** {@link spend} throws {@link Unfinished} once the time is up. Default: never. */
  constructor(most: number, isTimeUp: TimeUp | null = null) {
    this.#most = most;
    this.#isTimeUp = isTimeUp;
    this.#next = isTimeUp ? 0 : most;
  }

  get done(): number {
    return this.#done;
  }

  /** Whether the budget is exceeded. What is then found of a definition depends on the others too. */
  get isExceeded(): boolean {
    return this.#done > this.#most;
  }

  /**
   * Counts steps. Throws {@link Untranslatable} if the budget is exceeded, and {@link Unfinished} once the time is
   * up.
   */
  spend(steps: number): void {
    this.#done += steps;
    if (this.#done >= this.#next) this.#checkLimits();
  }

  #checkLimits(): void {
    if (this.isExceeded) {
      throw new Untranslatable(
        "too much work together with the request's other schemas and grammars: " +
          "use fewer of them, have `required` name their properties, or ask for fewer combinations, properties and counted repetitions",
      );
    }
    if (!this.#isTimeUp) return;
    if (this.#isTimeUp()) throw new Unfinished("it takes longer than a moment");
    this.#next = Math.min(this.#most, this.#done + STEPS_A_LOOK);
  }
}
