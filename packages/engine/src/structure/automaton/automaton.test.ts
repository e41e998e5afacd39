import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { expressionOf } from "../expression.fixture.ts";
import { Grammar, PLAIN, toGbnf } from "../grammar/index.ts";
import { STRUCTURE_LIMITS } from "../limits.ts";
import { grammarMatcher } from "../matching.fixture.ts";
import { JAVASCRIPT, patternReading, Search } from "../pattern/index.ts";
import { writeAutomaton } from "./index.ts";

const matcherOf = await grammarMatcher();
const limits = { states: 500, spend: () => undefined };
const automatonOf = (source: string) =>
  new Search(source, JAVASCRIPT, patternReading(STRUCTURE_LIMITS)).automaton(limits);

const PARTS = [
  "a",
  "b",
  "[ab]",
  ".",
  "(?:ab|b)",
  "[^a]",
  "(?=b)",
  "(?!ab)",
  "(?=.*b$)",
  "^",
  "$",
  "(?:^a|b$)",
  "\\p{L}",
];
const part = fc.oneof(
  fc.constantFrom(...PARTS),
  fc
    .tuple(fc.constantFrom("a", "[ab]", "(?:ab|b)", "."), fc.constantFrom("*", "+", "?", "{1,3}", "{2}"))
    .map(([of, count]) => of + count),
);
const pattern = fc
  .array(fc.array(part, { maxLength: 4 }), { minLength: 1, maxLength: 2 })
  .map((options) => options.map((parts) => parts.join("")).join("|"));
const texts = fc.array(fc.string({ unit: fc.constantFrom("a", "b", "c", "\n", "🚀", "é"), maxLength: 7 }), {
  minLength: 30,
  maxLength: 30,
});

/** Null where the pattern cannot be told, as an anchor behind what may be empty. */
function automatonOrNull(source: string) {
  try {
    return automatonOf(source);
  } catch {
    return null;
  }
}

test("an automaton accepts the texts that its pattern matches, with look-ahead and anchors", () => {
  fc.assert(
    fc.property(pattern, texts, (source, all) => {
      const automaton = automatonOrNull(source);
      fc.pre(automaton !== null);
      const expression = expressionOf(source);
      const minimal = automaton.minimal();
      expect(minimal.states.length).toBeLessThanOrEqual(automaton.states.length);
      for (const text of all) {
        const isFound = expression.test(text);
        expect(automaton.accepts(text), `${source} ${JSON.stringify(text)}`).toBe(isFound);
        expect(minimal.accepts(text)).toBe(isFound);
      }
    }),
    { numRuns: 300 },
  );
});

test("the intersection of two automata accepts what both accept, within the given length", () => {
  fc.assert(
    fc.property(pattern, pattern, fc.nat(4), fc.nat(4), texts, (one, other, min, more, all) => {
      const [a, b] = [automatonOrNull(one), automatonOrNull(other)];
      fc.pre(a !== null && b !== null);
      const both = a.intersect(b).ofLength(min, min + more);
      const isOpen = a.intersect(b).ofLength(min, Number.POSITIVE_INFINITY);
      for (const text of all) {
        const { length } = Array.from(text);
        const isIn = expressionOf(one).test(text) && expressionOf(other).test(text) && length >= min;
        expect(both.accepts(text), `${one} ${other} ${text}`).toBe(isIn && length <= min + more);
        expect(isOpen.accepts(text), `${one} ${other} ${text}`).toBe(isIn);
      }
    }),
    { numRuns: 200 },
  );
});

describe("the grammar written for an automaton accepts the same texts:", () => {
  test.each(["^(?=.*b)[ab]{2,4}$", "^(?!a)\\p{L}+$", "^a*$|b"])("%s", (source) => {
    const grammar = new Grammar();
    const matches = matcherOf(
      toGbnf(grammar.rules, writeAutomaton(automatonOf(source), "state", grammar, PLAIN)),
    );
    for (const text of ["", "a", "b", "ab", "aa", "ba", "aaab", "aaaab", "é", "🚀", "cb"]) {
      expect(matches(text), text).toBe(expressionOf(source).test(text));
    }
  });
});

test("a pattern with too many states is refused", () => {
  expect(() => automatonOf("a.{12}$")).toThrow("too many alternatives to distinguish at once");
});
