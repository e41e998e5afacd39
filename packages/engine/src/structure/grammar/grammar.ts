import { type Expression, isNothing, NOTHING, rule } from "./expression.ts";

/** Rules under construction. */
export class Grammar {
  readonly #rules = new Map<string, Expression>();
  readonly #taken = new Map<string, number>();

  get rules(): ReadonlyMap<string, Expression> {
    return this.#rules;
  }

  /** A name for a rule that begins like `wish`, and that no other rule has. */
  name(wish: string): string {
    const words = wish
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .slice(0, MAX_NAME);
    const base = words.replace(/^-|-$/g, "") || "rule";
    const count = (this.#taken.get(base) ?? 0) + 1;
    this.#taken.set(base, count);
    // A number keeps it apart from every base that ends with one.
    return count === 1 && !/\d$/.test(base) ? base : `${base}-${count}`;
  }

  define(name: string, expression: Expression): Expression {
    this.#rules.set(name, expression);
    return isNothing(expression) ? NOTHING : rule(name);
  }

  /** A new rule. */
  add(wish: string, expression: Expression): Expression {
    if (isNothing(expression) || expression.type === "rule") return expression;
    return this.define(this.name(wish), expression);
  }

  /** The rule of that very name, in capitals, made when it is first asked for; it may refer to itself. */
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
