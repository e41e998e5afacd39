import { type Expression, isNothing, NOTHING, rule } from "./expression.ts";

/** A grammar under construction. */
export class Grammar {
  readonly #rules = new Map<string, Expression>();
  readonly #taken = new Map<string, number>();

  get rules(): ReadonlyMap<string, Expression> {
    return this.#rules;
  }

  /** Returns an unused rule name derived from `wish`. */
  uniqueName(wish: string): string {
    const words = wish
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, MAX_NAME);
    const base = words.replace(/^-|-$/g, "") || "rule";
    const count = (this.#taken.get(base) ?? 0) + 1;
    this.#taken.set(base, count);
    // The number keeps it apart from names that end with a digit themselves.
    return count === 1 && !/\d$/.test(base) ? base : `${base}-${count}`;
  }

  define(name: string, expression: Expression): Expression {
    this.#rules.set(name, expression);
    return isNothing(expression) ? NOTHING : rule(name);
  }

  /** Adds a rule under a new name. */
  add(wish: string, expression: Expression): Expression {
    if (isNothing(expression) || expression.type === "rule") return expression;
    return this.define(this.uniqueName(wish), expression);
  }

  /** Returns the rule with exactly this name, in capitals, created on first use; it may refer to itself. */
  shared(name: string, make: () => Expression): Expression {
    if (!this.#rules.has(name)) {
      this.#taken.set(name, 1);
      this.#rules.set(name, NOTHING);
      this.#rules.set(name, make());
    }
    return rule(name);
  }
}

const MAX_NAME = 40;
