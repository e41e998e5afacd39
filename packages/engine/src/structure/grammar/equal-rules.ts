import type { Expression } from "./expression.ts";
import type { Rules } from "./recursion.ts";

/**
 * Returns the rules that equal another one, with the name of that other one, which is to be used instead. Tools
 * repeat each other's parameters, and llama.cpp expands and parses every rule for every answer. Not found are rules
 * that are equal only if others are that refer back to them.
 */
export function equalRules(rules: Rules): ReadonlyMap<string, string> {
  return new RuleComparison(rules).equal();
}

interface Open {
  readonly name: string;
  readonly body: Expression;
  /** The rules it refers to that were not looked at yet. */
  readonly waiting: string[];
}

class RuleComparison {
  readonly #rules: Rules;
  /** The rule to use for each rule; a rule that is still open stands for itself. */
  readonly #names = new Map<string, string>();
  readonly #byBody = new Map<string, string>();

  constructor(rules: Rules) {
    this.#rules = rules;
  }

  equal(): ReadonlyMap<string, string> {
    for (const name of this.#rules.keys()) this.#visit(name);
    return new Map([...this.#names].filter(([name, same]) => name !== same));
  }

  /** Compares a rule once those that it refers to are. Chains of rules are too long for recursion. */
  #visit(first: string): void {
    const path: Open[] = [];
    this.#enter(first, path);
    for (let open = path.at(-1); open; open = path.at(-1)) {
      const next = open.waiting.pop();
      if (next === undefined) {
        path.pop();
        this.#leave(open);
      } else this.#enter(next, path);
    }
  }

  #enter(name: string, path: Open[]): void {
    const body = this.#rules.get(name);
    if (!body || this.#names.has(name)) return;
    this.#names.set(name, name);
    const waiting: string[] = [];
    addReferences(body, waiting);
    path.push({ name, body, waiting });
  }

  #leave({ name, body }: Open): void {
    const written = this.#written(body);
    const same = this.#byBody.get(written);
    if (same !== undefined) this.#names.set(name, same);
    else this.#byBody.set(written, name);
  }

  #written(expression: Expression): string {
    const all = (parts: readonly Expression[]) => parts.map((part) => this.#written(part)).join();
    switch (expression.type) {
      case "text":
        return JSON.stringify(expression.text);
      case "character":
        return `[${expression.set.key}]`;
      case "sequence":
        return `(${all(expression.parts)})`;
      case "choice":
        return `<${all(expression.options)}>`;
      case "repeat":
        return `${this.#written(expression.of)}{${expression.min},${expression.max}}`;
      case "rule":
        return this.#names.get(expression.name) ?? expression.name;
    }
  }
}

function addReferences(expression: Expression, names: string[]): void {
  switch (expression.type) {
    case "text":
    case "character":
      return;
    case "rule":
      names.push(expression.name);
      return;
    case "repeat":
      addReferences(expression.of, names);
      return;
    case "sequence":
      for (const part of expression.parts) addReferences(part, names);
      return;
    case "choice":
      for (const option of expression.options) addReferences(option, names);
  }
}
