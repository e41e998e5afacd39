import { Untranslatable } from "../structure-error.ts";
import { choice, EMPTY, type Expression, isEmpty, NOTHING, repeat, sequence } from "./expression.ts";

export type Rules = ReadonlyMap<string, Expression>;

/** Returns the names of the rules that can match the empty text. */
export function nullableRules(rules: Rules): ReadonlySet<string> {
  return rulesThatHold(rules, isEmpty);
}

export function isNullable(expression: Expression, nullable: ReadonlySet<string>): boolean {
  return blockingRules(expression, nullable, isEmpty) === null;
}

/** Returns the names of the rules that can match some text; the others can never finish. */
export function productiveRules(rules: Rules): ReadonlySet<string> {
  return rulesThatHold(rules, () => true);
}

type Leaf = Extract<Expression, { readonly type: "text" | "character" }>;

/**
 * Returns the rules with a property that a sequence has if all its parts have it, and a choice if any of its options
 * has it.
 */
function rulesThatHold(rules: Rules, ofLeaf: (leaf: Leaf) => boolean): ReadonlySet<string> {
  const known = new Set<string>();
  const waiting = [...rules.keys()].reverse();
  /** Rules by a rule they wait for, checked again only once that one is known: chains of rules can be long. */
  const blocked = new Map<string, Set<string>>();
  for (let name = waiting.pop(); name !== undefined; name = waiting.pop()) {
    const body = rules.get(name);
    if (!body || known.has(name)) continue;
    const misses = blockingRules(body, known, ofLeaf);
    if (misses === null) {
      known.add(name);
      waiting.push(...(blocked.get(name) ?? []));
      blocked.delete(name);
    }
    for (const missed of misses ?? []) {
      const others = blocked.get(missed);
      if (others) others.add(name);
      else blocked.set(missed, new Set([name]));
    }
  }
  return known;
}

/**
 * Returns rules of which one must have the property before the expression can, none if it never can; null if it
 * already does.
 */
function blockingRules(
  expression: Expression,
  known: ReadonlySet<string>,
  ofLeaf: (leaf: Leaf) => boolean,
): readonly string[] | null {
  const inner = (part: Expression) => blockingRules(part, known, ofLeaf);
  switch (expression.type) {
    case "text":
    case "character":
      return ofLeaf(expression) ? null : [];
    case "sequence": {
      for (const part of expression.parts) {
        const misses = inner(part);
        if (misses !== null) return misses;
      }
      return null;
    }
    case "choice": {
      const all: string[] = [];
      for (const option of expression.options) {
        const misses = inner(option);
        if (misses === null) return null;
        for (const missed of misses) all.push(missed);
      }
      return all;
    }
    case "repeat":
      return expression.min === 0 ? null : inner(expression.of);
    case "rule":
      return known.has(expression.name) ? null : [expression.name];
  }
}

/**
 * Throws {@link Untranslatable} if a rule can begin with itself: llama.cpp expands grammars from the left, and would
 * never finish.
 */
export function refuseLeftRecursion(rules: Rules, nullable: ReadonlySet<string>): void {
  const done = new Set<string>();
  /** The rules that led here, in order. */
  const path = new Set<string>();
  const visit = (name: string): void => {
    if (path.has(name)) {
      const rules = [...path];
      const cycle = [...rules.slice(rules.indexOf(name)), name].join(" → ");
      throw new Untranslatable(`left recursion (${cycle}): let each rule begin with its own text`);
    }
    if (done.has(name)) return;
    path.add(name);
    const body = rules.get(name);
    if (body) for (const first of firstRules(body, nullable)) visit(first);
    path.delete(name);
    done.add(name);
  };
  for (const name of rules.keys()) visit(name);
}

/** Returns the rules that an expression can begin with. */
function firstRules(expression: Expression, nullable: ReadonlySet<string>): readonly string[] {
  switch (expression.type) {
    case "text":
    case "character":
      return [];
    case "rule":
      return [expression.name];
    case "repeat":
      return firstRules(expression.of, nullable);
    case "choice":
      return expression.options.flatMap((option) => firstRules(option, nullable));
    case "sequence": {
      const solid = expression.parts.findIndex((part) => !isNullable(part, nullable));
      const seen = solid === -1 ? expression.parts : expression.parts.slice(0, solid + 1);
      return seen.flatMap((part) => firstRules(part, nullable));
    }
  }
}

/** Rewrites `A: A x | y` as `A: y x*`. Other forms of left recursion are left as they are. */
export function withoutDirectLeftRecursion(name: string, body: Expression): Expression {
  const options = body.type === "choice" ? body.options : [body];
  const rests: Expression[] = [];
  const bases: Expression[] = [];
  for (const option of options) {
    const [first, ...rest] = option.type === "sequence" ? option.parts : [option];
    if (first?.type === "rule" && first.name === name) rests.push(sequence(...rest));
    else bases.push(option);
  }
  return rests.length === 0
    ? body
    : sequence(choice(...bases), repeat(choice(...rests), 0, Number.POSITIVE_INFINITY));
}

/** Returns an expression that matches the same texts except the empty one. Rules that can be empty are inlined. */
export function withoutEmpty(
  expression: Expression,
  nullable: ReadonlySet<string>,
  rules: Rules,
): Expression {
  return new EmptyRemoval(nullable, rules).of(expression, []);
}

/** Most parts that inlining may produce for one expression. */
const MOST_PARTS = 200;

class EmptyRemoval {
  readonly #nullable: ReadonlySet<string>;
  readonly #rules: Rules;
  #parts = 0;

  constructor(nullable: ReadonlySet<string>, rules: Rules) {
    this.#nullable = nullable;
    this.#rules = rules;
  }

  of(expression: Expression, path: readonly string[]): Expression {
    if (!isNullable(expression, this.#nullable)) return expression;
    if (++this.#parts > MOST_PARTS) throw new Untranslatable("too many repeated parts may be empty");
    const inner = (part: Expression) => this.of(part, path);
    switch (expression.type) {
      case "text":
      case "character":
        return NOTHING;
      case "choice":
        return choice(...expression.options.map(inner).filter((option) => option !== NOTHING));
      case "repeat":
        return repeat(inner(expression.of), 1, expression.max);
      case "sequence": {
        const [first = EMPTY, ...rest] = expression.parts;
        const others = sequence(...rest);
        return choice(
          ...[sequence(inner(first), others), inner(others)].filter((option) => option !== NOTHING),
        );
      }
      case "rule": {
        const body = this.#rules.get(expression.name);
        if (!body || path.includes(expression.name)) {
          throw new Untranslatable(`the rule ${expression.name} repeats the empty text`);
        }
        return this.of(body, [...path, expression.name]);
      }
    }
  }
}

/** Returns the expression without the parts that can match nothing. */
export function withoutUnproductive(expression: Expression, productive: ReadonlySet<string>): Expression {
  switch (expression.type) {
    case "text":
    case "character":
      return expression;
    case "sequence":
      return sequence(...expression.parts.map((part) => withoutUnproductive(part, productive)));
    case "choice":
      return choice(...expression.options.map((option) => withoutUnproductive(option, productive)));
    case "repeat":
      return repeat(withoutUnproductive(expression.of, productive), expression.min, expression.max);
    case "rule":
      return productive.has(expression.name) ? expression : NOTHING;
  }
}
