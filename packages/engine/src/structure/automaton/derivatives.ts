import type { CharSet } from "../grammar/index.ts";
import { addTo } from "./equal-states.ts";
import type { Term, Terms } from "./term.ts";

/**
 * What can follow a character of each class, keyed by the class's number. Classes that nothing can follow are left
 * out.
 */
export type Moves = ReadonlyMap<number, Term>;

/** Moves that are collected or looked up in the time of one step of work. */
const MOVES_A_STEP = 5;

/**
 * Brzozowski derivatives of terms. Computed for all character classes at once, which avoids testing each of thousands
 * of alternatives against each class. `spend` counts the work, and may throw.
 */
export class Derivatives {
  readonly #terms: Terms;
  /** One character of each class. */
  readonly #codes: readonly number[];
  readonly #spend: (steps: number) => void;
  readonly #known = new Map<Term, Moves>();
  readonly #classesOf = new Map<CharSet, readonly number[]>();

  constructor(terms: Terms, codes: readonly number[], spend: (steps: number) => void) {
    this.#terms = terms;
    this.#codes = codes;
    this.#spend = spend;
  }

  of(term: Term): Moves {
    const known = this.#known.get(term);
    if (known) return known;
    const moves = this.#movesOf(term);
    this.#spend(1 + moves.size / MOVES_A_STEP);
    this.#known.set(term, moves);
    return moves;
  }

  #movesOf(term: Term): Moves {
    const terms = this.#terms;
    switch (term.type) {
      case "empty":
        return new Map();
      case "character":
        return new Map(this.#classes(term.set).map((at) => [at, terms.empty]));
      case "sequence": {
        const moves = this.#mapped(this.of(term.first), (to) => terms.sequence(to, term.rest));
        return term.first.isNullable ? this.#union([moves, this.of(term.rest)]) : moves;
      }
      case "choice":
        return this.#union(term.options.map((option) => this.of(option)));
      case "both":
        return this.#intersection(term.parts.map((part) => this.of(part)));
      case "not": {
        const moves = this.of(term.of);
        return this.#withoutNothing(
          this.#codes.map((_, at) => [at, terms.not(moves.get(at) ?? terms.nothing)]),
        );
      }
      case "repeat": {
        const rest = terms.repeat(term.of, Math.max(0, term.min - 1), term.max - 1);
        return this.#mapped(this.of(term.of), (to) => terms.sequence(to, rest));
      }
    }
  }

  #union(all: readonly Moves[]): Moves {
    const lists = new Map<number, Term[]>();
    let count = all.length;
    for (const moves of all) {
      count += moves.size;
      for (const [at, to] of moves) addTo(lists, at, to);
    }
    this.#spend(count / MOVES_A_STEP);
    return new Map(Array.from(lists, ([at, options]) => [at, this.#terms.choice(...options)]));
  }

  #intersection([first = new Map(), ...others]: readonly Moves[]): Moves {
    this.#spend((first.size * others.length) / MOVES_A_STEP);
    return this.#withoutNothing(
      Array.from(first, ([at, to]) => [
        at,
        this.#terms.both(to, ...others.map((moves) => moves.get(at) ?? this.#terms.nothing)),
      ]),
    );
  }

  #mapped(moves: Moves, to: (term: Term) => Term): Moves {
    return this.#withoutNothing(Array.from(moves, ([at, term]) => [at, to(term)]));
  }

  #withoutNothing(moves: readonly (readonly [number, Term])[]): Moves {
    return new Map(moves.filter(([, to]) => to !== this.#terms.nothing));
  }

  /** Returns the numbers of the classes that make up a set. */
  #classes(set: CharSet): readonly number[] {
    const known = this.#classesOf.get(set);
    if (known) return known;
    this.#spend(this.#codes.length / MOVES_A_STEP);
    const classes = this.#codes.flatMap((code, at) => (set.has(code) ? [at] : []));
    this.#classesOf.set(set, classes);
    return classes;
  }
}
