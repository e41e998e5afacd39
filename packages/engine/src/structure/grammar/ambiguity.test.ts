import { describe, expect, test } from "vitest";
import { refusedDefinition } from "../index.ts";

function reasonFor(definition: string, syntax: "lark" | "regex" = "lark"): string | null {
  const format = { type: "grammar", syntax, definition } as const;
  return refusedDefinition({ tools: [{ type: "custom", name: "tool", format }] })?.error.message ?? null;
}

describe("a grammar is refused if the readings of a text may grow without limit:", () => {
  test.each([
    ["rules that nest in two ways", 'start: s\ns: "a" s "b" | "a" s "c" | "a"'],
    ["the same behind more than one character", 'start: s\ns: "ab" s "c" | "ab" s "d" | "x"'],
    ["brackets that close in two ways", 'start: e\ne: "(" e ")" | "(" e "]" | "x"'],
    [
      "the same far from the beginning",
      'start: "{" KEY ":" v "}"\nKEY: /[a-z]+/\nv: "[" v "," "]" | "[" v "]" | "1"',
    ],
    ["counts of counts", 'start: (("a"~1..60)~1..60)~1..60'],
    ["counts of what may be nothing", 'start: (("a"~0..60)~0..60)~0..60'],
  ])("%s", (_, definition) => {
    expect(reasonFor(definition)).toMatch(/too ambiguous: .* \(in the rule \S+\)/);
  });

  test("nested counts in a regular expression", () => {
    expect(reasonFor("((a{1,40}){1,40}){1,40}", "regex")).toMatch("too ambiguous");
  });
});

test.each([
  ["repetitions without end of each other", 'start: (("a"+)+)+ "b"'],
  ["many options in a row", `start: ${'"a"? '.repeat(60)}`],
  ["a list of what may be read in two ways", 'start: item ("," item)*\nitem: /[a-z]+/ | /[a-z0-9]+/'],
  ["sums and brackets", 'start: e\ne: t ("+" t)*\nt: f ("*" f)*\nf: /[0-9]+/ | "(" e ")"'],
  ["a rule that follows itself twice", 'start: s\ns: "a" s s | "a"'],
  ["long texts with few choices", 'start: /[a-z]{0,5000}/ "-" /[0-9a-z]{1,300}/'],
])("accepts %s", (_, definition) => {
  expect(reasonFor(definition)).toBeNull();
});

test("accepts objects of many members, optional ones too", () => {
  const properties = Object.fromEntries(
    Array.from({ length: 60 }, (_, index) => [`property${index}`, { type: ["string", "null"] }]),
  );
  for (const required of [Object.keys(properties), []]) {
    const schema = { type: "object", properties, required, additionalProperties: false };
    expect(refusedDefinition({ format: { type: "json_schema", name: "it", schema } })).toBeNull();
  }
});
