import { Untranslatable } from "./structure-error.ts";

/** What may be done for the definitions of one request, all of them together: a step takes about a microsecond. */
export class Work {
  readonly #most: number;
  #done = 0;

  constructor(most: number) {
    this.#most = most;
  }

  get done(): number {
    return this.#done;
  }

  /** Whether no more may be done: what is found of a definition then tells of the others too. */
  get isOver(): boolean {
    return this.#done > this.#most;
  }

  /** Throws {@link Untranslatable} where it is too much. */
  spend(steps: number): void {
    this.#done += steps;
    if (!this.isOver) return;
    throw new Untranslatable(
      "too much work together with the request's other schemas and grammars: " +
        "use fewer of them, have `required` name their properties, or ask for fewer combinations, properties and counted repetitions",
    );
  }
}
