import { describe, expect, it } from "vitest";
import { Choices } from "../../choices/index.ts";
import { parses } from "../../syntax/index.ts";
import { sampleOf } from "../edit-of.fixture.ts";
import * as figures from "./index.ts";

const SAMPLE = sampleOf("const a = 1;");

/** What each family's code may have in the place of what: the lines that differ, before and after. */
const CHANGES: readonly (readonly [name: string, before: RegExp, after: RegExp])[] = [
  ["sort-newest-first", /\.sort|asc|toSorted/i, /\.sort|desc|toSorted/i],
  ["sort-lowest-first", /\.sort|desc|toSorted/i, /\.sort|asc|toSorted/i],
  ["sort-as-numbers", /\.sort\(\)/, /\.sort\(\(a, b\) => a - b\)/],
  ["sort-tie-break", /sort|toSorted/i, /sort.* \|\| |toSorted.* \|\| /i],
  ["copy-before-sort", /./, /\[\.\.\./],
  ["skip-blank-lines", /^|return/, /\.trim\(\)/],
  ["skip-comment-lines", /^|return/, /\.startsWith\(/],
  ["first-only", /^/, /\.slice\(0, \d+\)/],
  ["two-decimals", /./, /\.toFixed\(2\)/],
  ["round-value", /./, /Math\.round\(/],
  ["round-down-value", /./, /Math\.floor\(/],
  ["round-up-value", /./, /Math\.ceil\(/],
  ["empty-is-zero", /^/, /if \(\w+\.length === 0\) return 0/],
  ["bound-counts-too", /[<>]/, /[<>]/],
  ["cap-at", /./, /Math\.min\(.*, \d+\)/],
  ["keep-at-least", /./, /Math\.max\(.*, \d+\)/],
  ["trim-value", /./, /\.trim\(\)/],
  ["replace-every", /\.replace\(/, /\.replaceAll\(|\/g, /],
  ["to-number", /./, /Number\(/],
  ["month-off-by-one", /get(UTC)?Month\(\)/, /get(UTC)?Month\(\) \+ 1/],
  ["pad-two-digits", /./, /String\(\w+\)\.padStart\(2, ["']0["']\)/],
  ["encode-url-part", /./, /encodeURIComponent\(\w+\)/],
  ["singular-or-plural", /./, /=== 1 \? ["']\w+["'] : ["']\w+s["']/],
  ["skip-node-arguments", /process\.argv/, /process\.argv\.slice\(2\)/],
  ["thousands-separator", /./, /\.toLocaleString\(\)/],
];

function edits(name: string) {
  const one = Object.values(figures).find((family) => family.name === name);
  if (one === undefined) throw new Error(`there is no ${name}`);
  return Array.from({ length: 60 }, (_, seed) => {
    const edit = one.apply(SAMPLE, new Choices(seed));
    if (edit?.before === undefined) throw new Error(`${name} makes nothing of seed ${seed}`);
    return { ...edit, before: edit.before };
  });
}

/** The lines that the one has and the other has not. */
function differing(one: string, other: string): string {
  const known = new Set(other.split("\n"));
  return one
    .split("\n")
    .filter((line) => !known.has(line))
    .join("\n");
}

describe("made-up code", () => {
  it.each(Object.values(figures).map((family) => family.name))(
    "of %s parses before and after the edit",
    (name) => {
      for (const { before, after, language = "ts" } of edits(name)) {
        expect(before).not.toBe(after);
        expect(parses(before, language), before).toBe(true);
        expect(parses(after, language), after).toBe(true);
        expect(before + after).not.toMatch(/§|undefined:/);
      }
    },
  );

  it.each(CHANGES)("of %s changes only the lines asked for", (name, old, wanted) => {
    for (const { before, after } of edits(name)) {
      expect(differing(before, after)).toMatch(old);
      expect(differing(after, before)).toMatch(wanted);
      expect(differing(after, before).split("\n").length).toBeLessThan(3);
    }
  });
});

it("leave-out-of-list and keep-only-in-list filter by opposite conditions", () => {
  for (const [name, flag, status] of [
    ["leave-out-of-list", /!\w+\.\w+|\.\w+\) continue/, /!== |=== .* continue/],
    ["keep-only-in-list", /=> (.* && )?\w+\.\w+\)|!\w+\.\w+\) continue/, /=== |!== .* continue/],
  ] as const)
    for (const { before, after, slots } of edits(name))
      expect(differing(after, before)).toMatch("flag" in slots ? flag : status);
});
