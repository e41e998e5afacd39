import { expect, test } from "vitest";
import { Random } from "../random/index.ts";
import { phrase } from "./phrasings.ts";
import { withSynonyms } from "./synonyms.ts";

const SEEDS = Array.from({ length: 300 }, (_, seed) => seed);

/** All that people may say who mean this. */
function said(pattern: string, slots: Record<string, string> = {}): string[] {
  const phrasings = { seen: [pattern], unseen: [], isLoose: true };
  return SEEDS.map((seed) => phrase(phrasings, slots, "seen", new Random(seed)));
}

const synonyms = (wording: string) => SEEDS.map((seed) => withSynonyms(wording, 1, new Random(seed)));

test("a and an agree with the following word", () => {
  expect(new Set(synonyms("use an array"))).toContain("employ a collection");
  expect(synonyms("a missing file").join()).not.toMatch(/\ba absent/);
  expect(said("add a {words} state", { words: "empty" }).join("\n")).not.toMatch(/\ba empty/i);
});

test("a verb agrees in number with its subject", () => {
  expect(new Set(synonyms("it should wait"))).toContain("it has to wait");
  expect(synonyms("we should wait").join("\n")).not.toMatch(/we (?:has|needs|is)/);
  expect(synonyms("should this be here").join("\n")).not.toMatch(/(?:needs|has) to this/);
  expect(said("=the {words} is wrong", { words: "points" }).join("\n")).not.toMatch(/points is/i);
  expect(said("=the {name} is wrong", { name: "point" }).join("\n")).toMatch(/is wrong/i);
});

test("technical terms such as exit code and includes are not replaced by synonyms", () => {
  expect(new Set(synonyms("the exit code"))).toEqual(new Set(["the exit code"]));
  expect(new Set(synonyms("use includes")).size).toBeGreaterThan(1);
  expect(synonyms("use includes").every((one) => one.endsWith(" includes"))).toBe(true);
});

test("words added around a wording fit negations and questions", () => {
  const requests = said("don't sort {name}", { name: "list" }).join("\n");
  expect(requests).not.toMatch(/(?:to|let's|could you|better) do(?:n't| not)/i);
  const questions = said("=why is {name} empty?", { name: "list" }).join("\n");
  expect(questions).not.toMatch(/that why|\?[.!,]/);
});

test.each([
  "the delete is too late",
  "delete button does nothing",
  "it has no use",
  "any store change renders it again",
  "list the {wordsThings}",
  "a question mark",
  "coverage dropped since then",
  "it is thrown away",
  "the wifi drops",
  "instead of using it",
  "the error stays on the page",
  "a query parameter",
  "the result of the add",
  "the added {wordsThing}",
])("a word used as another part of speech is not replaced: %s", (wording) => {
  expect(new Set(synonyms(wording))).toEqual(new Set([wording]));
});

test("a verb is replaced by a synonym in the same form", () => {
  const some = (wording: string) => new Set(synonyms(wording));
  expect(some("please use {name}")).toContain("please employ {name}");
  expect(some("make it throw {text}")).toContain("make it raise {text}");
  expect(some("removing a {wordsThing} crashes")).toContain("deleting a {wordsThing} crashes");
  expect(some("{name} is never passed")).toContain("{name} is never handed");
  expect(some("change {old} to {new}")).toContain("alter {old} to {new}");
  expect(some("it throws an error")).toContain("it raises an exception");
});

test("a verb is replaced only by verbs that take the same objects", () => {
  expect(synonyms("ensure {name} is set").join("\n")).not.toMatch(/see to it|take care/);
  expect(synonyms("add it there").join("\n")).not.toMatch(/(?:put|bring) in it/);
  expect(synonyms("a user removes the {wordsThing}").join("\n")).not.toMatch(/kills|loses|ditches/);
  expect(synonyms("replace {old} by {new}").join("\n")).not.toMatch(/swap|switch/);
});

test.each([
  ["import it from ./lib/{name}.js", "./lib/point.js"],
  ["the bar in <{name}>text</{name}>", "<point>text</point>"],
  ["read {name}.length once", "point.length"],
  ["call {name}() then", "point()"],
  ["use this.{name} instead", "this.point"],
  ["every .{name} is old", ".point"],
  ["use key={name}.id for it", "key=point.id"],
])("a slot inside a path or code is not quoted: %s", (wording, text) => {
  for (const one of said(wording, { name: "point" })) expect(one.toLowerCase()).toContain(text);
});

test.each(["{name}'s value is old", "{name}: it is old", "is it {name}?", "{name}, {name} and {name}."])(
  "a slot in prose may be quoted: %s",
  (wording) => {
    expect(said(wording, { name: "point" }).some((one) => one.includes("`point`"))).toBe(true);
  },
);

test.each(["should throw {text}", "why is {name} empty? it is full", "needs a {name}, it has none"])(
  "a statement that begins with a verb or question word is not put after that: %s",
  (wording) => {
    expect(said(`=${wording}`, { name: "list", text: "x" }).join("\n")).not.toMatch(
      /\b(?:that|think|believe|convinced that|says|lead says) (?:should|ought|must|why|needs)\b/i,
    );
  },
);
