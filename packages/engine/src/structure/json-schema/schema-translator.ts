import { writeAutomaton } from "../automaton/index.ts";
import {
  choice,
  type Expression,
  type Grammar,
  IN_JSON_STRING,
  PLAIN,
  repeat,
  rule,
  sequence,
  text,
  type Writing,
} from "../grammar/index.ts";
import type { StructureLimits } from "../limits.ts";
import { Untranslatable } from "../structure-error.ts";
import { elementsOf } from "./elements.ts";
import { JsonRules } from "./json-rules.ts";
import { membersOf } from "./members.ts";
import { hasMultiples, multiplesWithin } from "./multiples.ts";
import { integersBetween, numbersBetween } from "./number-range.ts";
import { Patterns } from "./patterns.ts";
import { isSchemaObject } from "./read-shape.ts";
import { type SchemaOptions, SchemaShapes } from "./schema-shapes.ts";
import { type Conjunction, type JsonType, type Located, type Shape, typesOf } from "./shape.ts";
import { stringContent } from "./strings.ts";
import type { Translation } from "./translation.ts";
import { valuesOf } from "./values.ts";

export interface TranslatorOptions extends SchemaOptions {
  readonly grammar: Grammar;
}

/** Steps to create and write the rules of a value. */
const STEPS_OF_A_VALUE = 25;

/**
 * Translates a JSON Schema into the grammar of the JSON that satisfies it. Members come in the order of their
 * declaration. Undeclared members and elements are allowed only if the schema says so.
 */
export class SchemaTranslator implements Translation {
  readonly shapes: SchemaShapes;
  readonly json: JsonRules;
  readonly patterns: Patterns;
  readonly grammar: Grammar;
  readonly limits: StructureLimits;
  readonly #references = new Map<string, string>();
  /** Cached rules of `multipleOf`, by all constraints on the number: each takes many rules. */
  readonly #multiples = new Map<string, Expression>();
  /**
   * Numbers that identify schemas, and the schemas being translated, with the name of the rule if they refer to
   * themselves.
   */
  readonly #numbers = new Map<unknown, number>();
  readonly #open = new Map<string, { name: string | null }>();
  #depth = 0;

  constructor(root: unknown, options: TranslatorOptions) {
    this.grammar = options.grammar;
    this.limits = options.limits;
    this.shapes = new SchemaShapes(root, options);
    this.json = new JsonRules(options.grammar);
    const { grammar, limits } = options;
    this.patterns = new Patterns({ grammar, limits, spend: (...work) => this.shapes.spend(...work) });
  }

  /** Returns JSON that satisfies all of these schemas. Throws `StructureError`. */
  value(conjunction: Conjunction): Expression {
    const [only] = conjunction;
    if (!only) return this.json.value;
    this.shapes.spend(STEPS_OF_A_VALUE, only.pointer);
    if (++this.#depth > this.limits.depth) {
      throw this.shapes.fault(only.pointer, `schemas nested deeper than ${this.limits.depth} levels`);
    }
    const value = this.#asRuleIfRecursive(conjunction, () => {
      const simple = conjunction.length === 1 ? this.#translateCombination(only) : null;
      return simple ?? choice(...this.shapes.of(conjunction).map((shape) => this.#shape(shape)));
    });
    this.#depth -= 1;
    return value;
  }

  /** If the same schemas recur within their own translation, makes them a rule that refers to itself. */
  #asRuleIfRecursive(conjunction: Conjunction, translate: () => Expression): Expression {
    const key = [...new Set(conjunction.map(({ schema }) => this.#numberOf(schema)))].join();
    const around = this.#open.get(key);
    if (around) {
      around.name ??= this.grammar.uniqueName("recursive");
      return rule(around.name);
    }
    const open: { name: string | null } = { name: null };
    this.#open.set(key, open);
    const value = translate();
    this.#open.delete(key);
    return open.name === null ? value : this.grammar.define(open.name, value);
  }

  #numberOf(schema: unknown): number {
    const number = this.#numbers.get(schema) ?? this.#numbers.size;
    this.#numbers.set(schema, number);
    return number;
  }

  /**
   * Translates a schema with only a combining keyword without merging shapes, which allows the schema to refer to
   * itself.
   */
  #translateCombination({ schema, pointer }: Located): Expression | null {
    if (!isSchemaObject(schema)) return null;
    const keyword = this.shapes.onlyCombiningKeyword(schema);
    if (keyword === null) return null;
    if (keyword === "$ref") {
      const target = this.shapes.resolveReference({ schema: schema.$ref, pointer });
      return target ? this.#reference(target) : this.json.value;
    }
    const parts = this.shapes.listedSchemas(schema, keyword, pointer);
    if (keyword === "allOf") return parts.length === 1 ? this.value(parts) : null;
    return choice(...parts.map((part) => this.value([part])));
  }

  #reference(target: Located): Expression {
    const known = this.#references.get(target.pointer);
    if (known !== undefined) return { type: "rule", name: known };
    const name = this.grammar.uniqueName(target.pointer.split("/").at(-1) ?? "");
    this.#references.set(target.pointer, name);
    return this.grammar.define(name, this.value([target]));
  }

  #shape(shape: Shape): Expression {
    if (shape.values) {
      return this.json.oneOf(valuesOf(shape, this));
    }
    const types = typesOf(shape);
    if (!types) return this.json.value;
    return choice(...[...types].map((type) => this.#typed(type, shape)));
  }

  #typed(type: JsonType, shape: Shape): Expression {
    const { json } = this;
    switch (type) {
      case "object":
        return this.grammar.add("object", json.braced(membersOf(shape, this)));
      case "array":
        return this.grammar.add("array", json.bracketed(elementsOf(shape, this)));
      case "string":
        return this.#string(shape);
      case "integer":
        return this.#number(shape, "integer");
      case "number":
        return this.#number(shape, "number");
      case "boolean":
        return json.boolean;
      case "null":
        return text("null");
    }
  }

  #string(shape: Shape): Expression {
    const free = (min: number, max: number) => repeat(this.json.character, min, max);
    return sequence(
      text('"'),
      stringContent(shape, { translation: this, writing: IN_JSON_STRING, free }),
      text('"'),
    );
  }

  /** Returns a string without quotes, for use between tags. `free` returns `min` to `max` characters of any kind. */
  rawString(shape: Shape, writing: Writing, free: (min: number, max: number) => Expression): Expression {
    if (shape.values) {
      return choice(
        ...valuesOf(shape, this).map((value) =>
          writing.text(typeof value === "string" ? value : JSON.stringify(value)),
        ),
      );
    }
    return stringContent(shape, { translation: this, writing, free });
  }

  #number(shape: Shape, type: "integer" | "number"): Expression {
    const any = this.json[type];
    if (hasMultiples(shape)) {
      const key = JSON.stringify([type, shape.multiples, shape.minimum, shape.maximum]);
      const written =
        this.#multiples.get(key) ??
        this.#refuseIfUntranslatable(`${shape.pointer}/multipleOf`, () => this.#multiplesOf(shape, type));
      if (written) this.#multiples.set(key, written);
      if (written) return written;
    }
    if (shape.minimum === undefined && shape.maximum === undefined) return any;
    const between = type === "integer" ? integersBetween : numbersBetween;
    return this.#refuseIfUntranslatable(shape.pointer, () => between(shape)) ?? any;
  }

  #multiplesOf(shape: Shape, type: "integer" | "number"): Expression {
    const limits = {
      states: this.limits.states,
      spend: (steps: number) => this.shapes.spend(steps, shape.pointer),
    };
    return writeAutomaton(multiplesWithin(shape, type, limits), "multiple", this.grammar, PLAIN);
  }

  /** Returns the result of `translate`. If that throws, refuses the keyword at `place` and returns null. */
  #refuseIfUntranslatable(place: string, translate: () => Expression): Expression | null {
    try {
      return translate();
    } catch (error) {
      if (!(error instanceof Untranslatable)) throw error;
      this.shapes.refuse(place, error.message);
      return null;
    }
  }
}
