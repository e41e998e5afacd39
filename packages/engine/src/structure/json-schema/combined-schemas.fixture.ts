import type { LibrarySchema } from "./library-schemas.fixture.ts";

/** Schemas written by zod, TypeBox and Pydantic that apply several constraints to a value, or none. */
export const COMBINED_SCHEMAS: readonly LibrarySchema[] = [
  {
    name: "z.emoji()",
    schema: {
      type: "string",
      format: "emoji",
      pattern:
        "^(?=[\\s\\S]*[\\p{Extended_Pictographic}\\p{Regional_Indicator}\\u20E3])[\\p{Extended_Pictographic}\\p{Emoji_Component}]+$",
    },
    right: ["🚀", "👩‍🚀👍🏽", "1️⃣", "🇩🇪"],
    wrong: ["", "a", "1", "🚀a"],
  },
  {
    name: "z.string().emoji() of zod 3",
    schema: { type: "string", pattern: "^(\\p{Extended_Pictographic}|\\p{Emoji_Component})+$" },
    right: ["🚀", "👩‍🚀👍🏽", "1"],
    wrong: ["", "a", "🚀a"],
  },
  {
    name: "z.email().min(8).max(20)",
    schema: {
      type: "string",
      minLength: 8,
      maxLength: 20,
      format: "email",
      pattern:
        "^(?:[A-Za-z0-9_'+\\-]+\\.)*[A-Za-z0-9_'+\\-]*[A-Za-z0-9_+-]@(?:[A-Za-z0-9][A-Za-z0-9\\-]*\\.)+[A-Za-z]{2,}$",
    },
    right: ["a@bcd.ef", "abcdefg@example.org", "a.b@c.d.example.org"],
    wrong: ["a@bc.de", "abcdefghi@example.org", "abcdefgh"],
  },
  {
    name: 'z.string().startsWith("a").endsWith("b")',
    schema: { type: "string", format: "ends_with", allOf: [{ pattern: "^a.*" }, { pattern: ".*b$" }] },
    right: ["ab", "acb", "aéb"],
    wrong: ["a", "b", "abc", "cab"],
  },
  {
    name: "z.string().min(8).max(100) with a capital, a small letter and a digit",
    schema: {
      type: "string",
      minLength: 8,
      maxLength: 100,
      allOf: [{ pattern: "[A-Z]" }, { pattern: "[a-z]" }, { pattern: "\\d" }],
    },
    right: ["Passw0rd", "0aA      ", `Aa1${"x".repeat(97)}`],
    wrong: ["passw0rd", "PASSW0RD", "Password", "Passw0r", `Aa1${"x".repeat(98)}`],
  },
  {
    name: "a password by look-ahead",
    schema: { type: "string", pattern: "^(?=.*[A-Z])(?=.*\\d)(?!.*\\s).{8,}$" },
    right: ["Passw0rd", "0000000A"],
    wrong: ["passw0rd", "Password", "Passw0r", "Pass w0rd"],
  },
  {
    name: "z.string().regex(/^[a-z]+(-[a-z]+)*$/).min(3).max(12)",
    schema: { type: "string", minLength: 3, maxLength: 12, pattern: "^[a-z]+(-[a-z]+)*$" },
    right: ["abc", "a-b", "abcdefghijkl", "abc-def-ghij"],
    wrong: ["ab", "abcdefghijklm", "a--b", "-ab"],
  },
  {
    name: "an e-mail address of one host",
    schema: { type: "string", format: "email", pattern: "@example\\.org$" },
    right: ["a@example.org", "a.b@example.org"],
    wrong: ["a@example.com", "a@example.org.uk"],
  },
  {
    name: "z.number().multipleOf(5)",
    schema: { type: "number", multipleOf: 5 },
    right: [0, 5, -10, 1000000000005],
    wrong: [1, 12, -4, 2.5],
  },
  {
    name: "z.int().multipleOf(10).min(-30).max(1000)",
    schema: { type: "integer", minimum: -30, maximum: 1000, multipleOf: 10 },
    right: [0, -30, 10, 990, 1000],
    wrong: [5, -40, 1010, 999],
  },
  {
    name: "z.number().multipleOf(4).multipleOf(6)",
    schema: { type: "number", multipleOf: 4, allOf: [{ multipleOf: 6 }] },
    right: [0, 12, -24, 120],
    wrong: [4, 6, 18, 20],
  },
  {
    name: "z.number().multipleOf(0.25).gt(0)",
    schema: { type: "number", exclusiveMinimum: 0, multipleOf: 0.25 },
    right: [0.25, 0.5, 1, 12.75],
    wrong: [0, 0.1, 0.125, 3.3, -0.25],
  },
  {
    name: "z.float64()",
    schema: { type: "number", minimum: -1.7976931348623157e308, maximum: 1.7976931348623157e308 },
    right: [0, -1.5, 123456789],
    wrong: ["1", null],
  },
  {
    name: "a record of TypeBox",
    schema: { type: "object", patternProperties: { "^(.*)$": { type: "number" } } },
    right: [{}, { a: 1, é: -2.5 }],
    wrong: [{ a: "1" }, []],
  },
  {
    name: "a map of Pydantic whose keys match a pattern",
    schema: {
      type: "object",
      patternProperties: { "^[a-z]+$": { type: "integer" } },
      additionalProperties: false,
    },
    right: [{}, { a: 1, bc: 2 }],
    wrong: [{ A: 1 }, { a: "1" }],
  },
  {
    name: "z.never().optional()",
    schema: { type: "object", properties: { a: { not: {} }, b: { type: "string" } }, required: ["b"] },
    right: [{ b: "x" }],
    wrong: [{ a: 1, b: "x" }, {}],
  },
  {
    name: "Type.Recursive of TypeBox",
    schema: {
      $id: "T0",
      type: "object",
      required: ["n", "k"],
      properties: { n: { type: "string" }, k: { type: "array", items: { $ref: "T0" } } },
    },
    right: [{ n: "a", k: [{ n: "b", k: [] }] }],
    wrong: [
      { n: "a", k: [{ n: "b" }] },
      { n: "a", k: [1] },
    ],
  },
];
