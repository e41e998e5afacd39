import { cpuUsage } from "node:process";
import type { Tool } from "@flint/protocol";
import { describe, expect, test } from "vitest";
import { type Definitions, refusedDefinition } from "./definitions.ts";
import { rule, sequence, text, toGbnf } from "./grammar/index.ts";
import { STRUCTURE_LIMITS } from "./limits.ts";
import { Work } from "./work.ts";

const many = <T>(count: number, at: (index: number) => T) =>
  Array.from({ length: count }, (_, index) => at(index));
const object = (count: number, at: (index: number) => [string, unknown]) =>
  Object.fromEntries(many(count, at));

const schema = (it: Record<string, unknown>): Definitions => ({
  format: { type: "json_schema", name: "it", schema: it },
});
const custom = (syntax: "lark" | "regex", ...definitions: string[]): Definitions => ({
  tools: definitions.map(
    (definition, index): Tool => ({
      type: "custom",
      name: `tool${index}`,
      format: { type: "grammar", syntax, definition },
    }),
  ),
});

/** Seconds that no definition should come near: what grows with its square took minutes of some of them. */
const MOST_SECONDS = 8;

describe("the work limit bounds the time that a definition takes:", () => {
  test.each<readonly [string, Definitions]>([
    ["a counted pattern of many letters", schema({ pattern: "^(\\p{L}x){1,1500}$", minLength: 3 })],
    [
      "patterns of many letters that hold at once",
      schema({
        allOf: ["^\\p{L}{1,900}$", "^[\\p{L}\\p{N}]*$", "^\\P{Lu}*$"].map((pattern) => ({ pattern })),
      }),
    ],
    ["letters of a limited number", schema({ pattern: "^(\\p{L}\\p{N}?)*$", minLength: 3, maxLength: 1900 })],
    ["a long word that repeats", schema({ pattern: `^(${"abcdefgh".repeat(240)})*$`, minLength: 3 })],
    [
      "patterns in many combinations",
      schema({
        allOf: [
          ...many(10, () => ({ anyOf: [{ minLength: 1 }, { minLength: 2 }] })),
          ...many(900, (at) => ({ pattern: `a${at}` })),
        ],
      }),
    ],
    [
      "names that are listed beside a long pattern",
      schema({
        properties: object(900, (at) => [`a${at}`, {}]),
        propertyNames: { enum: many(1000, (at) => `a${at}`), pattern: `^a(${"x{0}".repeat(1900)})` },
      }),
    ],
    [
      "values that have to be multiples of much",
      schema({
        allOf: many(500, (at) => ({ multipleOf: (at * 2 + 1.5) * 1e300 })),
        enum: many(1000, (at) => at),
      }),
    ],
    [
      "references beside many definitions",
      schema({
        anyOf: many(5000, () => ({ $ref: "#/$defs/b0" })),
        $defs: object(5000, (at) => [`b${at}`, {}]),
      }),
    ],
    [
      "letters that texts may go on with in many ways",
      custom(
        "lark",
        `start: ${many(450, (at) => `L a${at}`).join("|")}\nL: /\\p{L}/\n${many(450, (at) => `a${at}: L "x${at}"\n`).join("")}`,
      ),
    ],
  ])("%s", { timeout: 120_000 }, (_, definitions) => {
    const start = cpuUsage();
    refusedDefinition(definitions);
    expect(cpuUsage(start).user / 1e6).toBeLessThan(MOST_SECONDS);
  });

  test.each<readonly [string, Definitions]>([
    ["a counted pattern of two states each", schema({ pattern: "^(ab?){1,1000}$", minLength: 3 })],
    ["numbers that have to be multiples", schema({ type: "number", multipleOf: 997 })],
  ])("%s takes little more work than its states", (_, definitions) => {
    const work = new Work(200_000);
    expect(refusedDefinition(definitions, { work })).toBeNull();
  });

  const LETTERS = ["L", "N", "P", "S", "Lu", "Ll", "Script=Greek", "Script=Han"];
  const inTools = (count: number) =>
    custom("regex", ...many(count, (at) => `${LETTERS.map((name) => `\\p{${name}}`).join("")}${at}`));
  test("Unicode properties of a few tools pass, those of very many tools are too much work", () => {
    expect(refusedDefinition(inTools(20))).toBeNull();
    expect(refusedDefinition(inTools(100))?.error.message).toContain("too much work");
    const inLark = custom("lark", `start: ${LETTERS.map((name) => `/\\p{${name}}/`).join(" ")}`);
    expect(refusedDefinition(inLark, { work: new Work(20_000) })?.error.message).toContain("too much work");
  });
  test.each<readonly [string, Definitions]>([
    ["Lark's tokens", custom("lark", `start: ${"(".repeat(250_000)}`)],
    [
      "patterns that are held to in combination",
      schema({
        allOf: [
          { anyOf: many(400, () => ({ minLength: 1 })) },
          ...many(900, (at) => ({ pattern: `a${at}` })),
        ],
      }),
    ],
    [
      "the letters of names beside others",
      schema({
        properties: object(80, (at) => [
          `o${at}`,
          { properties: object(20, (of) => [`${"a".repeat(90)}${of}`, {}]), additionalProperties: {} },
        ]),
      }),
    ],
  ])("%s count as work", (_, definitions) => {
    expect(refusedDefinition(definitions, { work: new Work(200_000) })?.error.message).toContain(
      "too much work",
    );
  });
});

test.each<readonly [string, string]>([
  ["regex", `${"(".repeat(60)}a${`${"{1,2}".repeat(60)})`.repeat(60)}`],
  ["regex", `${"(".repeat(60)}a${")?".repeat(60)}`],
  ["lark", `start: ${"(".repeat(60)}"a"${`)${"~2..3".repeat(20)}`.repeat(60)}`],
])(
  "groups and repetitions nested in each other are accepted or refused at any depth: %s",
  (syntax, definition) => {
    const refused = refusedDefinition(custom(syntax === "lark" ? "lark" : "regex", definition));
    expect(refused?.error.message ?? "").toMatch(
      /^$|more than 64 (quantifiers around|repetitions of) one part/,
    );
  },
);

describe("what is deep or long is taken or refused, never more than the stack holds:", () => {
  const LONG = 20_000;
  const parts = (end: string) => many(LONG, (at) => `${"abcdefghij"[at % 10]}${end}`).join("");
  let deep: unknown = { type: "string" };
  for (let level = 0; level < LONG; level++) deep = { anyOf: [deep, { type: "null" }] };
  test.each<readonly [string, Definitions, RegExp]>([
    ["parts that may be empty", custom("regex", parts("?")), /2000/],
    ["a repetition of them", custom("regex", `(${parts("?")})*x`), /2000/],
    ["alternatives", custom("regex", parts("|")), /2000/],
    ["groups", custom("regex", `${"(".repeat(LONG)}a${")?".repeat(LONG)}`), /64/],
    ["Lark's alternatives", custom("lark", `start: (${many(LONG, (at) => `"w${at}"?`).join("|")})*`), /2000/],
    ["schemas", schema(deep as Record<string, unknown>), /64 levels/],
  ])("%s", (_, definitions, refusal) => {
    expect(refusedDefinition(definitions)?.error.message).toMatch(refusal);
  });
});

test("a very long chain of rules is followed in time", () => {
  const count = 20_000;
  const rules = new Map(many(count, (at) => [`r${at}`, sequence(text("a"), rule(`r${at + 1}`))]));
  rules.set(`r${count}`, text("b"));
  const start = cpuUsage();
  expect(toGbnf(rules, rule("r0"), STRUCTURE_LIMITS)).toContain(`r${count} ::= "b"`);
  expect(cpuUsage(start).user / 1e6).toBeLessThan(MOST_SECONDS);
});
