import { ANY_CHARACTER, CharSet, type Expression } from "../grammar/index.ts";
import { Untranslatable } from "../structure-error.ts";

/** A set of texts, as an expression. {@link Terms} mostly returns the same object for equal terms. */
export type Term = {
  readonly number: number;
  /** Whether the set contains the empty text. */
  readonly isNullable: boolean;
} & (
  | { readonly type: "empty" }
  | { readonly type: "character"; readonly set: CharSet }
  | { readonly type: "sequence"; readonly first: Term; readonly rest: Term }
  | { readonly type: "choice"; readonly options: readonly Term[] }
  | { readonly type: "both"; readonly parts: readonly Term[] }
  | { readonly type: "not"; readonly of: Term }
  | { readonly type: "repeat"; readonly of: Term; readonly min: number; readonly max: number }
);

type Body<T = Term> = T extends Term ? Omit<T, "number" | "isNullable"> : never;

/** Terms that are sorted in the time of one step of work. */
const TERMS_A_STEP = 2;

/** Creates terms, reusing the object of an equal term. */
export class Terms {
  readonly #known = new Map<string, Term>();
  readonly #sets = new Map<string, CharSet>();
  readonly #spend: (steps: number) => void;
  readonly empty: Term;
  /** The empty set: matches no text. */
  readonly nothing: Term;
  /** Matches every text. */
  readonly anything: Term;

  /** `spend` counts the work, and may throw. */
  constructor(spend: (steps: number) => void) {
    this.#spend = spend;
    this.empty = this.#make("e", true, { type: "empty" });
    this.nothing = this.#make("|", false, { type: "choice", options: [] });
    this.anything = this.repeat(this.character(ANY_CHARACTER), 0, Number.POSITIVE_INFINITY);
  }

  /** The character sets used by all terms created until now. */
  get sets(): readonly CharSet[] {
    return [...this.#sets.values()];
  }

  character(set: CharSet): Term {
    if (set.isEmpty) return this.nothing;
    const known = this.#sets.get(set.key) ?? set;
    this.#sets.set(set.key, known);
    return this.#make(`c${set.key}`, false, { type: "character", set: known });
  }

  sequence(first: Term, rest: Term): Term {
    if (first === this.nothing || rest === this.nothing) return this.nothing;
    if (first === this.empty) return rest;
    if (rest === this.empty) return first;
    if (first.type === "sequence") {
      this.#spend(1);
      return this.sequence(first.first, this.sequence(first.rest, rest));
    }
    const isNullable = first.isNullable && rest.isNullable;
    return this.#make(`s${first.number},${rest.number}`, isNullable, { type: "sequence", first, rest });
  }

  choice(...options: readonly Term[]): Term {
    const flat = new Set<Term>();
    for (const option of options) {
      if (option.type !== "choice") flat.add(option);
      else for (const inner of option.options) flat.add(inner);
    }
    this.#spend(flat.size / TERMS_A_STEP);
    const kept = inOrder(flat);
    const [only] = kept;
    if (only && kept.length === 1) return only;
    if (kept.includes(this.anything)) return this.anything;
    const isNullable = kept.some((option) => option.isNullable);
    return this.#make(`|${numbersOf(kept)}`, isNullable, { type: "choice", options: kept });
  }

  /** Returns the intersection of the given terms. */
  both(...parts: readonly Term[]): Term {
    const flat = parts.flatMap((part) => (part.type === "both" ? part.parts : [part]));
    this.#spend(flat.length / TERMS_A_STEP);
    const kept = inOrder(new Set(flat)).filter((part) => part !== this.anything);
    const [only] = kept;
    if (kept.includes(this.nothing)) return this.nothing;
    if (!only) return this.anything;
    if (kept.length === 1) return only;
    const isNullable = kept.every((part) => part.isNullable);
    if (kept.includes(this.empty)) return isNullable ? this.empty : this.nothing;
    return this.#make(`&${numbersOf(kept)}`, isNullable, { type: "both", parts: kept });
  }

  not(of: Term): Term {
    if (of.type === "not") return of.of;
    if (of === this.nothing) return this.anything;
    if (of === this.anything) return this.nothing;
    return this.#make(`!${of.number}`, !of.isNullable, { type: "not", of });
  }

  repeat(of: Term, min: number, max: number): Term {
    if (max < min) return this.nothing;
    if (max === 0 || of === this.empty) return this.empty;
    if (of === this.nothing) return min === 0 ? this.empty : this.nothing;
    if (min === 1 && max === 1) return of;
    const least = of.isNullable ? 0 : min;
    return this.#make(`r${of.number},${least},${max}`, least === 0, { type: "repeat", of, min: least, max });
  }

  /** Returns the term of an expression that refers to no rules. */
  of(expression: Expression): Term {
    switch (expression.type) {
      case "text":
        return Array.from(expression.text).reduceRight(
          (rest, character) => this.sequence(this.character(CharSet.in(character)), rest),
          this.empty,
        );
      case "character":
        return this.character(expression.set);
      case "sequence":
        return expression.parts.reduceRight((rest, part) => this.sequence(this.of(part), rest), this.empty);
      case "choice":
        return this.choice(...expression.options.map((option) => this.of(option)));
      case "repeat":
        return this.repeat(this.of(expression.of), expression.min, expression.max);
      case "rule":
        throw new Untranslatable(`the rule ${expression.name} is used where no rule is allowed`);
    }
  }

  #make(key: string, isNullable: boolean, body: Body): Term {
    const known = this.#known.get(key);
    if (known) return known;
    this.#spend(1);
    const term = { number: this.#known.size, isNullable, ...body };
    this.#known.set(key, term);
    return term;
  }
}

function inOrder(terms: ReadonlySet<Term>): readonly Term[] {
  return [...terms].sort((a, b) => a.number - b.number);
}

function numbersOf(terms: readonly Term[]): string {
  return terms.map(({ number }) => number).join();
}
