import { expect, test } from "vitest";
import { Grammar, PLAIN, plainUpTo, sequence, text, toGbnf, type Writing } from "../grammar/index.ts";
import { STRUCTURE_LIMITS } from "../limits.ts";
import { grammarMatcher } from "../matching.fixture.ts";
import { Patterns } from "./patterns.ts";

const matcherOf = await grammarMatcher();

function matcherFor(rules: Parameters<Patterns["satisfying"]>[0], writingIn: (grammar: Grammar) => Writing) {
  const grammar = new Grammar();
  const patterns = new Patterns({ grammar, limits: STRUCTURE_LIMITS, spend: () => undefined });
  const body = patterns.satisfying(rules, { writing: writingIn(grammar), name: "pattern", pointer: "" });
  return matcherOf(toGbnf(grammar.rules, sequence(body, text("</a>"))));
}

test("text constrained by several patterns and lengths does not contain the tag that ends it", () => {
  const rules = { sources: ["x", "[ab]"], min: 2, max: 12 };
  const anywhere = matcherFor(rules, () => PLAIN);
  const upToTag = matcherFor(rules, (grammar) => plainUpTo(grammar, "</a>"));
  for (const matches of [anywhere, upToTag]) {
    expect(matches("xa</a>")).toBe(true);
    expect(matches("x</a</a>")).toBe(true);
    expect(matches("xc</a>")).toBe(false);
    expect(matches("xa12345678901</a>")).toBe(false);
  }
  expect(anywhere("xa</a>b</a>")).toBe(true);
  expect(upToTag("xa</a>b</a>")).toBe(false);
});

test("a pattern that was too much work fails again without repeating the work", () => {
  const grammar = new Grammar();
  let work = 0;
  const spend = (steps: number) => {
    work += steps;
  };
  const patterns = new Patterns({ grammar, limits: { ...STRUCTURE_LIMITS, states: 50 }, spend });
  const rules = { sources: ["a.{8}$"], min: 0, max: Number.POSITIVE_INFINITY };
  expect(() => patterns.automaton(rules, "")).toThrow("too many alternatives to distinguish");
  const first = work;
  expect(() => patterns.automaton(rules, "")).toThrow("too many alternatives to distinguish");
  expect(work).toBe(first);
});
