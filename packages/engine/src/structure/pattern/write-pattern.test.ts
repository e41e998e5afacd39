import { beforeAll, describe, expect, test } from "vitest";
import { expressionOf } from "../expression.fixture.ts";
import { PLAIN, toGbnf } from "../grammar/index.ts";
import { STRUCTURE_LIMITS as limits } from "../limits.ts";
import { grammarMatcher } from "../matching.fixture.ts";
import { JAVASCRIPT, patternReading } from "./syntax.ts";
import { Search } from "./write-pattern.ts";

let matcherOf: Awaited<ReturnType<typeof grammarMatcher>>;
beforeAll(async () => {
  matcherOf = await grammarMatcher();
});

const gbnfOf = (source: string) =>
  toGbnf(new Map(), new Search(source, JAVASCRIPT, patternReading(limits)).texts(PLAIN));

describe("the grammar of a pattern accepts the same texts as JavaScript's regular expression:", () => {
  const texts = [
    "",
    "a",
    "ab",
    "abc",
    "aab",
    "b",
    "A1",
    "a-b",
    "x]y",
    "a\nb",
    "12",
    "é",
    "🚀",
    "\t",
    "a.b",
    "ababab",
    "aXb",
    "_",
    "/",
  ];
  test.each([
    "a",
    "^a",
    "a$",
    "^a$",
    "^(a|b)+$",
    "^ab*c?$",
    "^(?:ab){2,3}$",
    "^[^a]$",
    "^[a-c\\d]+$",
    "^\\w\\W\\w$",
    "^\\s$",
    ".",
    "^.$",
    "^a\\.b$",
    "^\\u{1F680}$",
    "^\\x61$",
    "^a.b$",
    "[\\]]",
    "^(^a|b$)$".slice(1, -1),
    "a|^b$",
    "^a*?b$",
    "^(?<name>a)b$",
    "^[-a]+b$",
    "^[a\\-_]$",
    "\\/",
    "^$",
  ])("%s", (source) => {
    const matches = matcherOf(gbnfOf(source));
    const expression = expressionOf(source);
    for (const text of texts) expect(matches(text), JSON.stringify(text)).toBe(expression.test(text));
  });
});

describe("an unsupported or invalid pattern is refused with the reason:", () => {
  test.each([
    ["a(?=b)", "look-ahead"],
    ["(?<!a)b", "look-behind"],
    ["(a)\\1", "a back reference"],
    ["\\bab", "a word boundary"],
    ["\\p{Nothing}", "a Unicode property that JavaScript does not know"],
    ["\\pL", "a Unicode property that JavaScript does not know"],
    ["a$b", "an anchor within it"],
    ["a++", "a possessive quantifier"],
    ["(a", "a group that is not closed"],
    ["a)", "a closing parenthesis without an opening one"],
    ["[a", "a class that is not closed"],
    ["[a][a", "a class that is not closed"],
    ["[a][a\\", "\\ at character 7"],
    ["a{3,1}", "whose limits are reversed"],
    [`a${"*".repeat(100_000)}`, "more than 64 quantifiers around one part"],
    [`a${"{1}".repeat(60_000)}`, "more than 64 quantifiers around one part"],
    [`a${"|".repeat(200_000)}`, "more than 8000 alternatives and members of classes"],
    [`[^${"ab".repeat(5_000)}]`, "more than 8000 alternatives and members of classes"],
    ["\\u{110000}", "the code 110000, which no character has"],
    ["[\\1]", "a backslash before a number"],
    ["\\012", "a backslash before a number"],
    ["a{200000}", "more than 100000 repetitions"],
    ["*a", "a quantifier after nothing"],
    [`${"(".repeat(70)}a${")".repeat(70)}`, "nested deeper than 64 levels"],
  ])("%.40s", (source, message) => {
    expect(() => gbnfOf(source)).toThrow(message);
  });
});

test("letters of any script match in both cases if the pattern ignores case", () => {
  const flags = { ...JAVASCRIPT, ignoreCase: true };
  const matches = matcherOf(
    toGbnf(new Map(), new Search("^при[в-е]+т[^σ]$", flags, patternReading(limits)).texts(PLAIN)),
  );
  for (const text of ["привета", "ПРИВЕТΑ", "Привет!"]) expect(matches(text), text).toBe(true);
  for (const text of ["приветσ", "ПРИВЕТΣ", "прит!"]) expect(matches(text), text).toBe(false);
});

test("a negated class leaves out both cases of a letter if the pattern ignores case", () => {
  const flags = { ...JAVASCRIPT, ignoreCase: true };
  const matches = matcherOf(
    toGbnf(new Map(), new Search("^[^sk]\\W$", flags, patternReading(limits)).texts(PLAIN)),
  );
  for (const text of ["s-", "S-", "k-", "K-", "as", "aK"]) expect(matches(text), text).toBe(false);
  expect(matches("A-")).toBe(true);
});
