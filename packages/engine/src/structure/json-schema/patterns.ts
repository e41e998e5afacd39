import { Automaton, type AutomatonLimits, Terms, writeAutomaton } from "../automaton/index.ts";
import { type Expression, type Grammar, text, type Writing } from "../grammar/index.ts";
import type { StructureLimits } from "../limits.ts";
import { JAVASCRIPT, type Lengths, type PatternReading, patternReading, Search } from "../pattern/index.ts";
import { Untranslatable } from "../structure-error.ts";

/** Steps for each character of a pattern that is written. */
const STEPS_OF_A_CHARACTER = 5;

export interface PatternsOptions {
  readonly grammar: Grammar;
  readonly limits: StructureLimits;
  /** Throws if the steps exceed what is left of the request's work. */
  spend(steps: number, pointer: string): void;
}

/** Constraints that a text must meet all at once. */
export interface TextRules extends Lengths {
  /** Patterns that it must match. */
  readonly sources: readonly string[];
}

const ANY_LENGTH: Lengths = { min: 0, max: Number.POSITIVE_INFINITY };

/** How to write a rule, and the place to name in errors. */
export interface RuleWriting {
  readonly writing: Writing;
  /** The wished name of the rule. */
  readonly name: string;
  readonly pointer: string;
}

/**
 * The patterns of a schema's strings. Each is parsed and written only once, as a rule: schemas repeat patterns, which
 * are expensive for their length.
 */
export class Patterns {
  readonly #options: PatternsOptions;
  readonly #reading: PatternReading;
  readonly #known = new Map<string, Search>();
  readonly #numbers = new Map<string, number>();
  readonly #automata = new Map<string, Automaton | Untranslatable>();
  readonly #rules = new Map<Writing, Map<string, Expression>>();

  constructor(options: PatternsOptions) {
    this.#options = options;
    this.#reading = patternReading(options.limits);
  }

  /** Throws `Untranslatable`, and `StructureError` if the work is used up. */
  of(source: string, pointer: string): Search {
    let known = this.#known.get(source);
    if (!known) {
      const { spend } = this.#limits(pointer);
      known = new Search(source, JAVASCRIPT, { ...this.#reading, spend });
      this.#known.set(source, known);
    }
    return known;
  }

  /** Returns the texts that contain a match. Throws as {@link of} does. */
  matching(source: string, { writing, name, pointer }: RuleWriting): Expression {
    return this.#rule(source, { writing, name, pointer }, () => {
      const search = this.of(source, pointer);
      this.#options.spend(STEPS_OF_A_CHARACTER * source.length, pointer);
      return search.texts(writing);
    });
  }

  /** Returns the texts that meet all constraints. Throws as {@link of} does, and if there are too many states. */
  satisfying(rules: TextRules, { writing, name, pointer }: RuleWriting): Expression {
    return this.#rule(this.#keyOf(rules), { writing, name, pointer }, () =>
      writeAutomaton(
        this.#withoutTag(rules, { writing, name, pointer }),
        name,
        this.#options.grammar,
        writing,
      ),
    );
  }

  /** If a tag ends the text, excludes the texts that contain it. */
  #withoutTag(rules: TextRules, { writing: { tag }, pointer }: RuleWriting): Automaton {
    const kept = this.automaton(rules, pointer);
    if (tag === undefined) return kept;
    const limits = this.#limits(pointer);
    const terms = new Terms(limits.spend);
    const says = terms.sequence(terms.anything, terms.sequence(terms.of(text(tag)), terms.anything));
    return kept.intersect(Automaton.of(terms.not(says), terms, limits));
  }

  /** Returns the texts of {@link satisfying} as an automaton. */
  automaton(rules: TextRules, pointer: string): Automaton {
    const { sources, min, max } = rules;
    const ofAnyLength = (...all: readonly string[]) => this.#keyOf({ ...ANY_LENGTH, sources: all });
    const alone = sources.map((source) =>
      this.#automaton(ofAnyLength(source), () =>
        this.of(source, pointer).automaton(this.#limits(pointer)).minimal(),
      ),
    );
    const [first, ...others] = alone;
    if (!first) throw new Untranslatable("there is no pattern");
    const together = this.#automaton(ofAnyLength(...sources), () =>
      others.reduce((all, one) => all.intersect(one), first),
    );
    if (min === 0 && max === Number.POSITIVE_INFINITY) return together;
    return this.#automaton(this.#keyOf(rules), () => together.ofLength(min, max));
  }

  /** Caches failures too: what was too large stays too large. */
  #automaton(key: string, make: () => Automaton): Automaton {
    const known = this.#automata.get(key);
    if (known instanceof Untranslatable) throw known;
    if (known) return known;
    try {
      const automaton = make();
      this.#automata.set(key, automaton);
      return automaton;
    } catch (error) {
      if (error instanceof Untranslatable) this.#automata.set(key, error);
      throw error;
    }
  }

  #limits(pointer: string): AutomatonLimits {
    const { limits, spend } = this.#options;
    return { states: limits.states, spend: (steps) => spend(steps, pointer) };
  }

  #rule(key: string, { writing, name }: RuleWriting, make: () => Expression): Expression {
    const rules = this.#rules.get(writing) ?? new Map<string, Expression>();
    this.#rules.set(writing, rules);
    const known = rules.get(key);
    if (known) return known;
    const rule = this.#options.grammar.add(name, make());
    rules.set(key, rule);
    return rule;
  }

  /** Returns the same key for the same patterns in the same order. */
  #keyOf({ sources, min, max }: TextRules): string {
    const numbers = sources.map((source) => {
      const number = this.#numbers.get(source) ?? this.#numbers.size;
      this.#numbers.set(source, number);
      return number;
    });
    return `${numbers.join()} ${min} ${max}`;
  }
}
