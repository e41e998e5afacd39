import { Ajv2020 } from "ajv/dist/2020.js";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { grammarMatcher } from "../matching.fixture.ts";
import { COMBINED_SCHEMAS } from "./combined-schemas.fixture.ts";
import { FORMATS, WITHOUT_LOOK_AHEAD } from "./formats.ts";
import { LIBRARY_SCHEMAS } from "./library-schemas.fixture.ts";
import { schemaGrammar } from "./schema-grammar.ts";

const matcherOf = await grammarMatcher();
const ajv = new Ajv2020({ strict: false, validateFormats: false, validateSchema: false });

/** A text with one of its characters left out, doubled or replaced. */
const slip = fc.record({
  at: fc.nat(80),
  to: fc.constantFrom("", "0", "9", "a", "Z", ".", "-", ":", "/", "T", "W", "+", "é", "@"),
  kept: fc.boolean(),
});

describe.each([...LIBRARY_SCHEMAS, ...COMBINED_SCHEMAS])("$name", ({ schema, right, wrong }) => {
  const matches = matcherOf(schemaGrammar(schema, { strict: true }));
  const isValid = ajv.compile(schema);

  test("accepts the right values and rejects the wrong ones", () => {
    for (const value of right) {
      expect(isValid(value), JSON.stringify(value)).toBe(true);
      expect(matches(JSON.stringify(value)), JSON.stringify(value)).toBe(true);
    }
    for (const value of wrong) {
      expect(isValid(value), JSON.stringify(value)).toBe(false);
      expect(matches(JSON.stringify(value)), JSON.stringify(value)).toBe(false);
    }
  });

  test("accepts no altered text that a validator rejects", () => {
    const texts = right.filter((value) => typeof value === "string");
    fc.assert(
      fc.property(fc.array(slip, { minLength: 1, maxLength: 2 }), (slips) => {
        for (const text of texts) {
          const changed = slips.reduce(
            (all, { at, to, kept }) => all.slice(0, at) + to + all.slice(kept ? at : at + 1),
            text,
          );
          if (matches(JSON.stringify(changed))) expect(isValid(changed), changed).toBe(true);
        }
      }),
      { numRuns: 60 },
    );
  });
});

test("the replacement for a pattern with look-ahead matches nothing that the pattern does not", () => {
  for (const [pattern, own] of WITHOUT_LOOK_AHEAD) {
    fc.assert(
      fc.property(fc.stringMatching(new RegExp(own)), (text) => {
        expect(text).toMatch(new RegExp(pattern, "u"));
      }),
      { numRuns: 100 },
    );
  }
});

test("the length and the labels of a host name are limited", () => {
  const longest = [63, 63, 30, 30, 30, 30].map((length) => "x".repeat(length)).join(".");
  const host = new RegExp(`^(${FORMATS.get("hostname")})$`);
  expect(longest.length).toBeLessThanOrEqual(253);
  expect(longest).toMatch(host);
  expect(`${longest}x`).not.toMatch(host);
  expect(`${longest}.x`).not.toMatch(host);
});
