import type { Expression, Grammar, Writing } from "../grammar/index.ts";
import type { StructureLimits } from "../limits.ts";
import { JAVASCRIPT, Search } from "../pattern/index.ts";

/** Steps that a character of a pattern takes to be read, and to be written. */
const STEPS_OF_A_CHARACTER = 5;

export interface PatternsOptions {
  readonly grammar: Grammar;
  readonly limits: StructureLimits;
  /** Throws where it is more than is left of the request's work. */
  spend(steps: number, pointer: string): void;
}

/**
 * The patterns of a schema's strings. Each is read and written once, as a rule: schemas say the same of many strings, and
 * a pattern is a lot of work, and of grammar, for its length.
 */
export class Patterns {
  readonly #options: PatternsOptions;
  readonly #known = new Map<string, Search>();
  readonly #rules = new Map<Writing, Map<string, Expression>>();

  constructor(options: PatternsOptions) {
    this.#options = options;
  }

  /** Throws `Untranslatable`, and `StructureError` where no work is left. */
  of(source: string, pointer: string): Search {
    let known = this.#known.get(source);
    if (!known) {
      this.#spendOn(source, pointer);
      known = new Search(source, JAVASCRIPT, this.#options.limits);
      this.#known.set(source, known);
    }
    return known;
  }

  /** Texts that have a match in them. Throws as {@link of} does. `name`: what its rule is to be called. */
  matching(source: string, writing: Writing, name: string, pointer: string): Expression {
    const rules = this.#rules.get(writing) ?? new Map<string, Expression>();
    this.#rules.set(writing, rules);
    let rule = rules.get(source);
    if (!rule) {
      const search = this.of(source, pointer);
      this.#spendOn(source, pointer);
      rule = this.#options.grammar.add(name, search.texts(writing));
      rules.set(source, rule);
    }
    return rule;
  }

  #spendOn(source: string, pointer: string): void {
    this.#options.spend(STEPS_OF_A_CHARACTER * source.length, pointer);
  }
}
