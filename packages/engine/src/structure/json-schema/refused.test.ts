import { describe, expect, test } from "vitest";
import { STRUCTURE_LIMITS } from "../limits.ts";
import { StructureError } from "../structure-error.ts";
import { schemaGrammar } from "./schema-grammar.ts";

const inProperty = (schema: unknown) => ({ type: "object", properties: { "a/b": schema } });
const deep = (levels: number): unknown => (levels === 0 ? true : { type: "array", items: deep(levels - 1) });
const list = (levels: number): unknown => (levels === 0 ? 1 : [list(levels - 1)]);

describe("an unsupported keyword is refused with its path:", () => {
  test.each([
    [
      "not",
      { not: { const: 1 } },
      "/properties/a~1b/not: `not` is supported only as `{}`: say what is allowed",
    ],
    ["if", { if: {}, else: {} }, "/properties/a~1b/if: `if` is not supported: write the cases"],
    [
      "patternProperties of several patterns",
      { patternProperties: { a: {}, b: {} } },
      "/properties/a~1b/patternProperties: `patternProperties` is supported as one pattern",
    ],
    [
      "patternProperties beside other members",
      { properties: { a: {} }, patternProperties: { "^b": {} } },
      "/properties/a~1b/patternProperties: `patternProperties` is supported as one pattern",
    ],
    ["dependentRequired", { dependentRequired: {} }, "/properties/a~1b/dependentRequired"],
    [
      "contains",
      { type: "array", contains: {} },
      "/properties/a~1b/contains: `contains` is not supported: say with `items`",
    ],
    [
      "uniqueItems",
      { type: "array", uniqueItems: true },
      "/uniqueItems: `uniqueItems` is not supported: leave it out",
    ],
    ["a word boundary", { pattern: "\\bno" }, "a word boundary (write what stands around the word, as"],
    ["look-behind", { pattern: "(?<=a)b" }, "look-behind (write what stands before"],
    ["a back reference", { pattern: "(a|b)\\1" }, "a back reference (write what may come twice"],
    [
      "multiples of a large number",
      { type: "integer", multipleOf: 1_009 },
      "/properties/a~1b/multipleOf: multiples of 1009 are too large: up to 1000 units of the last digit are supported; let",
    ],
    [
      "multiples of a fraction with many digits",
      { type: "number", multipleOf: 0.1234 },
      "/properties/a~1b/multipleOf: multiples of 0.1234 are too large",
    ],
    [
      "multiples of nothing",
      { type: "number", multipleOf: 0 },
      "/properties/a~1b/multipleOf: `multipleOf` must be",
    ],
    ["an unknown format", { type: "string", format: "isbn" }, "/properties/a~1b/format: `format` is `isbn`"],
    [
      "a pattern with look-ahead in what repeats",
      { type: "string", pattern: "^(a(?!b)|b)+$" },
      "/properties/a~1b/pattern: `pattern`: the regular expression has look-ahead or an anchor in a repeated part",
    ],
    [
      "a pattern with more lengths than can be told apart",
      { type: "string", pattern: "^(a+b|c)+$", minLength: 10_000 },
      "/properties/a~1b/minLength: `minLength` is too large together with this `pattern`: let the pattern enforce it",
    ],
    [
      "two patterns that are too much together",
      { type: "string", pattern: "a.{12}$", allOf: [{ pattern: "^b" }] },
      "/properties/a~1b/pattern: `pattern`: too many alternatives to distinguish at once; use a single `pattern`",
    ],
    [
      "an object in the place of a type",
      { type: { toString: 1, valueOf: null } },
      '/properties/a~1b/type: `type` names `{"toString":1,"valueOf":null}`',
    ],
    ["an unknown type", { type: "float" }, "/properties/a~1b/type: `type` names `float`"],
    ["a reference to another document", { $ref: "https://example.org/a" }, "/properties/a~1b/$ref"],
    [
      "a reference to an anchor",
      { $ref: "#a", $defs: { a: { $anchor: "a" } } },
      "/properties/a~1b/$ref: `$ref` is #a, the name of an anchor: write the path to it",
    ],
    [
      "a limit with more digits than are followed",
      { type: "number", minimum: 1e-70 },
      "/properties/a~1b: the limit 1e-70: it has more than 60 digits after the point",
    ],
    [
      "names by a pattern beside members that are declared",
      { properties: { a: {} }, propertyNames: { pattern: "^b" } },
      "/properties/a~1b/propertyNames: `propertyNames` is supported beside `properties` only as a list",
    ],
    ["a reference that cannot be decoded", { $ref: "#/%" }, "/properties/a~1b/$ref: `$ref` is #/%"],
    ["a reference to nothing", { $ref: "#/$defs/a" }, "/properties/a~1b/$ref: `$ref` points to #/$defs/a"],
    ["minProperties", { properties: { a: {}, b: {} }, minProperties: 1 }, "/properties/a~1b/minProperties"],
  ])("%s", (_, schema, message) => {
    expect(() => schemaGrammar(inProperty(schema), { strict: true })).toThrow(StructureError);
    expect(() => schemaGrammar(inProperty(schema), { strict: true })).toThrow(message);
    expect(schemaGrammar(inProperty(schema), { strict: false })).toContain("root ::=");
  });
});

describe("an invalid or too large schema is always refused:", () => {
  const limits = { ...STRUCTURE_LIMITS, schemaLength: 5_000 };
  test.each([
    ["a list", { properties: { a: [] } }, "/properties/a: a schema must be an object"],
    ["an alternative of none", { anyOf: [] }, "/anyOf: `anyOf` must be a list of schemas"],
    [
      "circular references",
      { $ref: "#/$defs/a", $defs: { a: { $ref: "#/$defs/a" } } },
      "nothing can satisfy it",
    ],
    ["what nothing satisfies", { allOf: [{ type: "string" }, { type: "number" }] }, "nothing can satisfy it"],
    [
      "members without end",
      { $ref: "#/$defs/a", $defs: { a: { properties: { a: { $ref: "#/$defs/a" } }, required: ["a"] } } },
      "nothing can satisfy it",
    ],
    [
      "numbers that JSON has no text for",
      { const: [Number.POSITIVE_INFINITY] },
      "/const: a number that is too large",
    ],
    [
      "a value with too many parts",
      { enum: [1, Array(2_000).fill(1)] },
      "/enum: a value of more than 2000 parts",
    ],
    ["a value that nests too deep", { const: list(65) }, "/const: a value nested deeper than 64 levels"],
    [
      "fewer elements than there must be",
      { type: "array", minItems: 2, maxItems: 0 },
      "nothing can satisfy it",
    ],
    [
      "fewer elements than there must be, each declared",
      { prefixItems: [{}, {}], minItems: 2, maxItems: 1 },
      "nothing can satisfy it",
    ],
    [
      "fewer members than there must be",
      { type: "object", required: ["a"], minProperties: 2, maxProperties: 1 },
      "nothing can satisfy it",
    ],
    [
      "a required member whose name is not right",
      { properties: { b: {} }, required: ["b"], propertyNames: { enum: ["a"] } },
      "nothing can satisfy it",
    ],
    ["deep nesting", deep(70), "schemas nested deeper than 64 levels"],
    ["length", { description: "x".repeat(5_000) }, "longer than 5000 characters"],
    [
      "values",
      { enum: Array.from({ length: 1_001 }, (_, value) => value).concat([]) },
      "/enum: more than 1000 values",
    ],
    ["repetition", { type: "string", minLength: 200_000 }, "/minLength: `minLength` is more than 100000"],
    [
      "combinations",
      { allOf: Array(13).fill({ anyOf: [{ minLength: 1 }, { maxLength: 9 }] }) },
      "more than 2000",
    ],
  ])("%s", (_, schema, message) => {
    expect(() => schemaGrammar(schema, { strict: false, limits })).toThrow(message);
  });
});

test("annotations and unknown keywords are ignored", () => {
  const schema = { type: "null", title: "t", description: "d", default: 1, examples: [], "x-order": 1 };
  expect(schemaGrammar(schema, { strict: true })).toBe(schemaGrammar({ type: "null" }, { strict: true }));
});
