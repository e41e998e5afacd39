import { Unfinished } from "../aside/index.ts";
import { Untranslatable } from "./structure-error.ts";

/** Steps between two looks at the clock: a small part of a millisecond. */
const STEPS_A_LOOK = 100;

/** What may be done for the definitions of one request, all of them together: a step takes about a microsecond. */
export class Work {
  readonly #most: number;
  readonly #until: number;
  #done = 0;
  /** Steps from which on there is something to be looked at. */
  #next: number;

  /** `until`: the moment, of `performance.now()`, from which on it throws {@link Unfinished}. Default: none. */
  constructor(most: number, until = Number.POSITIVE_INFINITY) {
    this.#most = most;
    this.#until = until;
    this.#next = Number.isFinite(until) ? 0 : most;
  }

  get done(): number {
    return this.#done;
  }

  /** Whether no more may be done: what is found of a definition then tells of the others too. */
  get isOver(): boolean {
    return this.#done > this.#most;
  }

  /** Throws {@link Untranslatable} where it is too much, and {@link Unfinished} where it takes too long. */
  spend(steps: number): void {
    this.#done += steps;
    if (this.#done >= this.#next) this.#look();
  }

  #look(): void {
    if (this.isOver) {
      throw new Untranslatable(
        "too much work together with the request's other schemas and grammars: " +
          "use fewer of them, have `required` name their properties, or ask for fewer combinations, properties and counted repetitions",
      );
    }
    if (this.#until === Number.POSITIVE_INFINITY) return;
    if (performance.now() >= this.#until) throw new Unfinished("it takes longer than a moment");
    this.#next = Math.min(this.#most, this.#done + STEPS_A_LOOK);
  }
}
