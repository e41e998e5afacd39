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

test("an article is as the word after it sounds", () => {
  expect(new Set(synonyms("use an array"))).toContain("employ a collection");
  expect(synonyms("a missing file").join()).not.toMatch(/\ba absent/);
  expect(said("add a {words} state", { words: "empty" }).join("\n")).not.toMatch(/\ba empty/i);
});

test("a verb is in the number of what does it", () => {
  expect(new Set(synonyms("it should wait"))).toContain("it has to wait");
  expect(synonyms("we should wait").join("\n")).not.toMatch(/we (?:has|needs|is)/);
  expect(synonyms("should this be here").join("\n")).not.toMatch(/(?:needs|has) to this/);
  expect(said("=the {words} is wrong", { words: "points" }).join("\n")).not.toMatch(/points is/i);
  expect(said("=the {name} is wrong", { name: "point" }).join("\n")).toMatch(/is wrong/i);
});

test("what has a meaning of its own stays as it is", () => {
  expect(new Set(synonyms("the exit code"))).toEqual(new Set(["the exit code"]));
  expect(new Set(synonyms("use includes")).size).toBeGreaterThan(1);
  expect(synonyms("use includes").every((one) => one.endsWith(" includes"))).toBe(true);
});

test("words around a wording go with it", () => {
  const requests = said("don't sort {name}", { name: "list" }).join("\n");
  expect(requests).not.toMatch(/(?:to|let's|could you|better) do(?:n't| not)/i);
  const questions = said("=why is {name} empty?", { name: "list" }).join("\n");
  expect(questions).not.toMatch(/that why|\?[.!,]/);
});
