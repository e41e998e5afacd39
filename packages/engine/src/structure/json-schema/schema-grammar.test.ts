import { beforeAll, describe, expect, test } from "vitest";
import { grammarMatcher } from "../matching.fixture.ts";
import { schemaGrammar } from "./schema-grammar.ts";

let matcherOf: Awaited<ReturnType<typeof grammarMatcher>>;
beforeAll(async () => {
  matcherOf = await grammarMatcher();
});

const DATES = { type: "string", format: "date" };
const OPEN = {
  type: "object",
  properties: { a: { type: "integer" } },
  additionalProperties: { type: "boolean" },
};
const OPTIONAL = {
  type: "object",
  properties: { a: { type: "integer" }, b: { type: "string" }, c: { type: "null" } },
  required: ["b"],
};
const TREE = {
  $ref: "#/$defs/node",
  $defs: {
    node: {
      type: "object",
      properties: { name: { type: "string" }, children: { type: "array", items: { $ref: "#/$defs/node" } } },
      required: ["name", "children"],
      additionalProperties: false,
    },
  },
};
const LIST = {
  anyOf: [{ type: "null" }, { type: "object", properties: { next: { $ref: "#" } }, required: ["next"] }],
};
const MERGED = {
  allOf: [
    { type: "object", properties: { a: { type: "number", minimum: 2 } }, required: ["a"] },
    { properties: { a: { type: "integer", maximum: 4 }, b: { type: "boolean" } } },
  ],
};
const SIBLINGS = {
  type: "object",
  properties: { a: { type: "integer" }, b: { type: "integer" } },
  anyOf: [{ required: ["a"] }, { required: ["b"] }],
};

const BASE = { type: "object", properties: { a: { type: "integer" } }, required: ["a"] };
const EXTENDED = {
  allOf: [{ $ref: "#/$defs/base" }],
  properties: { b: { type: "integer" } },
  anyOf: [{ properties: { c: { type: "null" } }, required: ["c"] }, {}],
  unevaluatedProperties: false,
  $defs: { base: BASE },
};
const nested = (item: object) => ({
  ...TREE,
  $defs: {
    node: {
      type: "object",
      properties: { name: { type: "string" }, children: { type: "array", items: item } },
      required: ["name", "children"],
    },
  },
});
const TREES = [
  { name: "a", children: [] },
  { name: "a", children: [{ name: "b", children: [{ name: "c", children: [] }] }] },
];
const NO_TREES = [
  { name: "a", children: [{ name: "b" }] },
  { name: "a", children: [{ children: [] }] },
];

const MANY = ["", "item", 1, 12, "🚀", "🚁", ...Array.from({ length: 994 }, (_, at) => `item_${at}`)];

type Case = readonly [name: string, schema: unknown, valid: readonly unknown[], invalid: readonly unknown[]];
const CASES: readonly Case[] = [
  [
    "no members but those of the schemas that are combined",
    EXTENDED,
    [{ a: 1 }, { b: 2, a: 1 }, { b: 2, a: 1, c: null }],
    [{ b: 2 }, { a: 1, d: 1 }, { a: 1, c: 1 }],
  ],
  [
    "no members but those of one of the schemas that are combined",
    { allOf: [{ ...BASE, unevaluatedProperties: false }, { properties: { b: {} } }] },
    [{ a: 1 }],
    [{ a: 1, b: 2 }],
  ],
  [
    "members that a combined schema lets be",
    { $ref: "#/$defs/base", unevaluatedProperties: false, $defs: { base: OPEN } },
    [{}, { a: 1, b: true }],
    [{ a: 1, b: 2 }],
  ],
  ["no members at all", { type: "object", unevaluatedProperties: false }, [{}], [{ a: 1 }]],
  ["recursion with an annotation", nested({ $ref: "#/$defs/node", "x-order": 1 }), TREES, NO_TREES],
  ["recursion with a keyword", nested({ $ref: "#/$defs/node", type: "object" }), TREES, NO_TREES],
  [
    "recursion of what is closed",
    nested({ $ref: "#/$defs/node", unevaluatedProperties: false }),
    TREES,
    NO_TREES,
  ],
  [
    "recursion with the same schema twice",
    nested({ allOf: [{ $ref: "#/$defs/node" }, { $ref: "#/$defs/node" }] }),
    TREES,
    NO_TREES,
  ],
  ["any value", true, [1, "a", null, [1, { b: [] }], -1.5e-7], []],
  ["types", { type: ["string", "null"] }, ["", 'é🚀\n"\\', null], [1, true, {}]],
  ["a nullable type", { type: "integer", nullable: true }, [7, null], ["7"]],
  ["whole numbers", { type: "integer" }, [0, -12, 123456789012], [1.5, "1"]],
  [
    "limits of integers",
    { type: "integer", minimum: -12, maximum: 305 },
    [-12, -9, 0, 9, 10, 299, 305],
    [-13, 306, 1000],
  ],
  ["exclusive limits", { type: "integer", exclusiveMinimum: 0, exclusiveMaximum: 10 }, [1, 9], [0, 10, -1]],
  ["a lower limit alone", { type: "integer", minimum: 17 }, [17, 99, 100, 123456], [16, 1, -17]],
  ["an upper limit alone", { type: "integer", maximum: -5 }, [-5, -10, -999], [-4, 0, 5]],
  [
    "limits of numbers",
    { type: "number", minimum: -1.25, maximum: 10.5 },
    [-1.25, -1.2, 0, 0.5, 9.99, 10.5, 10.25],
    [-1.26, -2, 10.51, 11, 100],
  ],
  [
    "exclusive limits of numbers",
    { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 1 },
    [0.1, 0.001, 0.999],
    [0, 1, 1.5, -0.5],
  ],
  [
    "lengths",
    { type: "string", minLength: 2, maxLength: 4 },
    ["ab", "🚀🚀", 'a\nb"', "abcd"],
    ["", "a", "abcde"],
  ],
  [
    "long lengths",
    { type: "string", minLength: 70, maxLength: 300 },
    ["x".repeat(70), "x".repeat(299), "x".repeat(300)],
    ["x".repeat(69), "x".repeat(301)],
  ],
  ["a pattern", { type: "string", pattern: "^[a-z]+-\\d{2}$" }, ["ab-12"], ["ab-1", "AB-12", " ab-12"]],
  ["a pattern without anchors", { type: "string", pattern: "x|y$" }, ["axb", "y", '"x', "ay"], ["ab", "yb"]],
  ["a pattern with lengths", { type: "string", pattern: "^\\w+$", maxLength: 3 }, ["abc"], ["abcd", ""]],
  ["dates", DATES, ["2024-02-29", "2023-12-31"], ["2023-02-29", "2023-13-01", "2023-1-1"]],
  ["uuids", { type: "string", format: "uuid" }, ["123e4567-e89b-12d3-a456-426614174000"], ["123e4567"]],
  ["addresses", { type: "string", format: "email" }, ["a.b@example.org"], ["a@b", "@example.org"]],
  [
    "times",
    { type: "string", format: "date-time" },
    ["2024-02-29T23:59:59.5Z", "2024-01-01T00:00:00+01:00"],
    ["2024-01-01", "2024-01-01T24:00:00Z"],
  ],
  [
    "a pattern of the whole text beside a format, as zod writes both",
    {
      type: "string",
      format: "date-time",
      pattern: "^\\d{4}-\\d{2}-\\d{2}T(?:[01]\\d|2[0-3]):[0-5]\\d(?:\\.\\d+)?Z$",
    },
    ["2024-02-29T23:59Z"],
    ["2024-02-29T23:59:59+01:00", "2024-02-29", "x2024-02-29T23:59Z"],
  ],
  [
    "a pattern beside a format that only its library knows",
    { type: "string", format: "nanoid", pattern: "^[a-zA-Z0-9_-]{21}$" },
    ["V1StGXR8_Z5jdHi6B-myT"],
    ["V1StGXR8", "V1StGXR8 Z5jdHi6B-myT"],
  ],
  [
    "addresses of hosts",
    { type: "string", format: "ipv6" },
    ["::1", "2001:db8::8a2e:370:7334", "1:2:3:4:5:6:7:8"],
    ["1:2:3", ":::"],
  ],
  ["an enum", { enum: ["a", 1, null, { b: [1] }] }, ["a", 1, null, { b: [1] }], ["b", 2, {}]],
  ["an enum under a type", { type: "string", enum: ["a", 1] }, ["a"], [1]],
  ["a constant", { const: 'x"y' }, ['x"y'], ["x"]],
  [
    "an object's members",
    OPTIONAL,
    [{ b: "" }, { a: 1, b: "" }, { b: "", c: null }, { a: 1, b: "", c: null }],
    [{}, { a: 1 }, { b: 1 }, { b: "", d: 1 }],
  ],
  [
    "other members",
    OPEN,
    [{}, { a: 1 }, { x: true }, { a: 1, x: true, ab: false }, { "": true }],
    [{ a: true }, { x: 1 }],
  ],
  [
    "other members next to names that begin alike",
    { properties: { ab: { type: "integer" }, abc: { type: "integer" } }, additionalProperties: true },
    [{ a: "x" }, { abcd: 1 }, { abd: null }, { ab: 1, b: 1 }],
    [{ ab: "x" }, { abc: true }],
  ],
  [
    "maps",
    { type: "object", additionalProperties: { type: "integer" }, minProperties: 1, maxProperties: 2 },
    [{ a: 1 }, { a: 1, b: 2 }],
    [{}, { a: "x" }, { a: 1, b: 2, c: 3 }],
  ],
  [
    "names of members",
    { type: "object", propertyNames: { pattern: "^[a-z]$" }, additionalProperties: true },
    [{}, { a: 1 }],
    [{ A: 1 }],
  ],
  [
    "names of members from a list, all of them required",
    {
      type: "object",
      propertyNames: { enum: ["a", "b"] },
      additionalProperties: { type: "integer" },
      required: ["a", "b"],
    },
    [{ a: 1, b: 2 }],
    [{}, { a: 1 }, { a: 1, b: "x" }, { a: 1, b: 2, c: 3 }],
  ],
  [
    "names of members from a list beside properties",
    {
      propertyNames: { anyOf: [{ const: "a" }, { const: "b" }] },
      properties: { a: { type: "integer" } },
      additionalProperties: true,
    },
    [{}, { a: 1 }, { b: "x" }, { a: 1, b: "x" }],
    [{ a: "x" }, { c: 1 }, { a: 1, c: 1 }],
  ],
  ["no members", { type: "object", properties: {} }, [{}], [{ a: 1 }]],
  [
    "lists",
    { type: "array", items: { type: "integer" }, minItems: 1, maxItems: 3 },
    [[1], [1, 2, 3]],
    [[], [1, 2, 3, 4], ["a"]],
  ],
  [
    "long lists",
    { type: "array", items: { const: 1 }, minItems: 65, maxItems: 130 },
    [Array(65).fill(1), Array(130).fill(1)],
    [Array(64).fill(1), Array(131).fill(1)],
  ],
  [
    "lists with a prefix",
    { prefixItems: [{ type: "string" }, { type: "integer" }], items: { type: "null" }, minItems: 1 },
    [["a"], ["a", 1], ["a", 1, null, null]],
    [[], [1], ["a", "b"], ["a", 1, 2]],
  ],
  ["lists with only a prefix", { prefixItems: [{ type: "string" }], items: false }, [[], ["a"]], [["a", 1]]],
  [
    "one of several",
    { oneOf: [{ type: "string" }, { type: "array", items: { type: "integer" } }] },
    ["a", [1]],
    [1, ["a"]],
  ],
  [
    "recursion",
    TREE,
    [{ name: "a", children: [{ name: "b", children: [] }] }],
    [{ name: "a" }, { name: "a", children: [1] }],
  ],
  ["recursion from the root", LIST, [null, { next: null }, { next: { next: null } }], [{}, { next: 1 }]],
  ["schemas joined", MERGED, [{ a: 2 }, { a: 4, b: true }], [{ a: 1 }, { a: 5 }, { a: 2.5 }, { b: true }]],
  ["alternatives beside other keywords", SIBLINGS, [{ a: 1 }, { b: 1 }, { a: 1, b: 2 }], [{}, { a: "x" }]],
  [
    "whole numbers by a multiple, whatever else is said of them",
    {
      properties: {
        a: { multipleOf: 1 },
        b: { minimum: 0, multipleOf: 1 },
        c: { enum: [1, 1.5], multipleOf: 1 },
      },
    },
    [{ a: 1 }, { b: 2 }, { c: 1 }],
    [{ a: 1.5 }, { b: 0.5 }, { c: 1.5 }],
  ],
  ["an exclusive maximum of zero", { exclusiveMaximum: 0 }, [-0.1, -1], [0, 1]],
  ["limits close to zero", { minimum: 1e-7, maximum: 0.5 }, [0.001, 0.5], [0, 0.6]],
  ["no members where no name is right", { type: "object", propertyNames: false }, [{}], [{ a: 1 }]],
  [
    "no members where names are numbers",
    { type: "object", propertyNames: { type: "integer" } },
    [{}],
    [{ a: 1 }],
  ],
  [
    "those declared members whose names are right",
    { properties: { a: {}, b: {}, abc: {} }, propertyNames: { anyOf: [{ enum: ["a"] }, { minLength: 3 }] } },
    [{}, { a: 1 }, { abc: 1 }],
    [{ b: 1 }],
  ],
  [
    "values that are equal in another order",
    { enum: [{ a: 1, b: [2] }, 3], allOf: [{ const: { b: [2], a: 1 } }] },
    [{ a: 1, b: [2] }],
    [3],
  ],
  [
    "as many values as an enum may have, of which some begin or go on like others",
    { type: "object", properties: { a: { enum: MANY } }, required: ["a"] },
    [
      { a: "item_0" },
      { a: "item_99" },
      { a: "item_993" },
      { a: "" },
      { a: "item" },
      { a: 12 },
      { a: 1 },
      { a: "🚁" },
    ],
    [{ a: "item_" }, { a: "item_994" }, { a: "it" }, { a: 2 }, { a: "\u{1F600}" }],
  ],
  ["values that are given twice", { enum: Array(900).fill("a") }, ["a"], ["b"]],
  [
    "long lists of elements that differ",
    { type: "array", prefixItems: Array.from({ length: 600 }, (_, at) => ({ const: at })), minItems: 2 },
    [[0, 1], Array.from({ length: 600 }, (_, at) => at)],
    [[0], [1]],
  ],
  [
    "a property that must not be there",
    { properties: { a: false, b: { type: "integer" } } },
    [{}, { b: 1 }],
    [{ a: 1 }],
  ],
];

describe("the grammar of a schema supports", () => {
  test.each(CASES)("%s", (_, schema, valid, invalid) => {
    const matches = matcherOf(schemaGrammar(schema, { strict: true }));
    for (const value of valid) {
      expect(matches(JSON.stringify(value)), JSON.stringify(value)).toBe(true);
      expect(matches(JSON.stringify(value, null, 2)), JSON.stringify(value, null, 2)).toBe(true);
    }
    for (const value of invalid) expect(matches(JSON.stringify(value)), JSON.stringify(value)).toBe(false);
  });
});

test("no form of zero is accepted below an exclusive maximum of zero", () => {
  const matches = matcherOf(schemaGrammar({ type: "number", exclusiveMaximum: 0 }, { strict: true }));
  for (const zero of ["-0", "-0.0", "0"]) expect(matches(zero), zero).toBe(false);
  expect(matches("-0.01")).toBe(true);
});

test("as many properties with descriptions as OpenAI's API allows are accepted", () => {
  const object = (count: number, schemaAt: (index: number) => unknown) => {
    const properties = Object.fromEntries(
      Array.from({ length: count }, (_, index) => [`property${index}`, schemaAt(index)]),
    );
    return { type: "object", properties, required: Object.keys(properties), additionalProperties: false };
  };
  const types = ["string", ["string", "null"], "number", "boolean"];
  const schema = object(50, () =>
    object(99, (at) => ({ type: types[at % 4], description: "What stands there, said in a sentence." })),
  );
  expect(schemaGrammar(schema, { strict: true })).toContain("root ::=");
});
