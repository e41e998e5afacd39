import {
  CharSet,
  choice,
  EMPTY,
  type Expression,
  type Grammar,
  repeat,
  rule,
  sequence,
  type Writing,
  withoutDirectLeftRecursion,
} from "../grammar/index.ts";
import { OTHER_LANGUAGES, type PatternReading, patternReading, wholeMatch } from "../pattern/index.ts";
import { StructureError, Untranslatable } from "../structure-error.ts";
import { commonTerminals } from "./library-terminals.ts";
import { type LarkLimits, parseLark } from "./parse-lark.ts";
import { isTerminal, type LarkDefinition, type LarkExpression, type LarkGrammar } from "./syntax.ts";

export interface LarkOptions extends LarkLimits {
  readonly grammar: Grammar;
  /** How characters are encoded in the place the text is written to. */
  readonly writing: Writing;
}

const START = "start";

/** A rule that is named in the output but not yet written, and the definition to write it from. */
interface Waiting {
  readonly name: string;
  readonly definition: LarkDefinition;
  readonly inTerminal: boolean;
  readonly isCommon: boolean;
}

/**
 * Translates a grammar in Lark's notation, starting at its rule `start`, into an expression. Terminals match as much
 * or as little as the whole match needs: unlike in Lark, no lexer splits the text first. Throws {@link
 * StructureError}.
 */
export function larkText(source: string, options: LarkOptions): Expression {
  return new LarkTranslator(parseLark(source, options), options).start();
}

class LarkTranslator {
  readonly #options: LarkOptions;
  readonly #reading: PatternReading;
  readonly #definitions = new Map<string, LarkDefinition>();
  readonly #imports: ReadonlyMap<string, string>;
  /** Names of the rules in the output, by the name of their definition. */
  readonly #rules = new Map<string, string>();
  readonly #ignored: Expression;
  /** Rules that were referred to but are not yet written. */
  readonly #waiting: Waiting[] = [];

  constructor({ definitions, imports, ignored }: LarkGrammar, options: LarkOptions) {
    const { limits, work } = options;
    this.#options = options;
    this.#reading = patternReading(limits, (steps) => work.spend(steps));
    this.#imports = imports;
    for (const definition of definitions) {
      const { name, place } = definition;
      if (this.#definitions.has(name)) throw fault(place, `\`${name}\` is defined twice`);
      this.#definitions.set(name, definition);
    }
    const passedOver = choice(...ignored.map((one) => this.#write(one, true)));
    this.#ignored =
      ignored.length === 0
        ? EMPTY
        : options.grammar.add("ignored", repeat(passedOver, 0, Number.POSITIVE_INFINITY));
  }

  start(): Expression {
    if (!this.#definitions.has(START)) throw new StructureError("lark", "", `there is no rule \`${START}\``);
    const start = sequence(this.#ignored, this.#refer({ name: START, place: "line 1, column 1" }));
    const written: (readonly [name: string, body: Expression])[] = [];
    // A loop instead of recursion: chains of rules may be of any length.
    for (let next = this.#waiting.pop(); next; next = this.#waiting.pop()) {
      written.push([next.name, this.#write(next.definition.body, next.inTerminal, next.isCommon)]);
    }
    // Rules go in before those that use them: whether a rule can be empty is then known when it is needed.
    for (const [name, body] of written.reverse()) {
      this.#options.grammar.define(name, withoutDirectLeftRecursion(name, body));
    }
    return start;
  }

  #refer({ name, place }: { readonly name: string; readonly place: string }): Expression {
    const imported = this.#imports.get(name);
    const definition =
      this.#definitions.get(name) ?? (imported !== undefined && commonTerminals().get(imported));
    if (!definition) {
      const isImport = imported !== undefined;
      throw fault(place, isImport ? `there is no \`common.${imported}\`` : `\`${name}\` is not defined`);
    }
    return this.#ruleFor(definition, this.#isTerminal(name));
  }

  /**
   * Terminals consist of terminals only, and nothing is ignored between their parts, unlike between the parts of a
   * rule.
   */
  #isTerminal(name: string): boolean {
    return isTerminal(this.#definitions.has(name) ? name : (this.#imports.get(name) ?? name));
  }

  #ruleFor(definition: LarkDefinition, inTerminal: boolean): Expression {
    const isCommon = commonTerminals().get(definition.name) === definition;
    const key = isCommon ? `common.${definition.name}` : definition.name;
    const known = this.#rules.get(key);
    if (known !== undefined) return rule(known);
    const name = this.#options.grammar.uniqueName(definition.name);
    this.#rules.set(key, name);
    this.#waiting.push({ name, definition, inTerminal, isCommon });
    return rule(name);
  }

  /** `inTerminal`: nothing is ignored between the parts. */
  #write(expression: LarkExpression, inTerminal: boolean, inCommon = false): Expression {
    const inner = (one: LarkExpression) => this.#write(one, inTerminal, inCommon);
    const token = (one: Expression) => (inTerminal ? one : sequence(one, this.#ignored));
    switch (expression.type) {
      case "sequence":
        return sequence(...expression.parts.map(inner));
      case "choice":
        return choice(...expression.options.map(inner));
      case "repeat":
        return repeat(inner(expression.of), expression.min, expression.max);
      case "name": {
        const common = inCommon ? commonTerminals().get(expression.name) : undefined;
        const isOfTerminal = this.#isTerminal(expression.name);
        if (inTerminal && !isOfTerminal) {
          const reason = `the rule \`${expression.name}\` is used in a terminal or in \`%ignore\`: write its name in capitals`;
          throw fault(expression.place, reason);
        }
        const referred = common ? this.#ruleFor(common, true) : this.#refer(expression);
        return isOfTerminal ? token(referred) : referred;
      }
      case "string":
        return token(this.#literal(expression.text, expression.ignoreCase));
      case "range":
        return token(this.#range(expression));
      case "regexp":
        return token(this.#regexp(expression));
    }
  }

  #literal(content: string, ignoreCase: boolean): Expression {
    const { writing } = this.#options;
    if (!ignoreCase) return writing.text(content);
    return sequence(
      ...Array.from(content, (character) => writing.character(CharSet.in(character).ignoringCase())),
    );
  }

  #range({ first, last, place }: LarkExpression & { type: "range" }): Expression {
    const [start, end] = [first.codePointAt(0), last.codePointAt(0)];
    const isOne = Array.from(first).length === 1 && Array.from(last).length === 1;
    if (!isOne || start === undefined || end === undefined || end < start) {
      throw fault(place, `the range "${first}".."${last}" must be between two characters`);
    }
    return this.#options.writing.character(CharSet.of([start, end]));
  }

  #regexp({ source, flags, place }: LarkExpression & { type: "regexp" }): Expression {
    const { writing } = this.#options;
    const read = {
      ...OTHER_LANGUAGES,
      ignoreCase: flags.includes("i"),
      dotAll: flags.includes("s"),
      extended: flags.includes("x"),
    };
    try {
      return wholeMatch(source, { flags: read, writing, reading: this.#reading });
    } catch (error) {
      throw error instanceof Untranslatable ? fault(place, error.message) : error;
    }
  }
}

function fault(place: string, reason: string): StructureError {
  return new StructureError("lark", place, reason);
}
