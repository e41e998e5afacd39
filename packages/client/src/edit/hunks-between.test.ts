import fc from "fast-check";
import { expect, test } from "vitest";
import { applyHunks } from "./code-lines.ts";
import { hunksBetween } from "./hunks-between.ts";

test("hunks have line numbers from 1", () => {
  expect(hunksBetween("a\nb\nc\nd\n", "a\nB\nc\nd\ne\n")).toEqual([
    { kind: "replace", oldStart: 2, oldLines: ["b"], newStart: 2, newLines: ["B"] },
    { kind: "insert", oldStart: 5, oldLines: [], newStart: 5, newLines: ["e"] },
  ]);
});

test("the hunks between any two texts turn one into the other", () => {
  const code = fc
    .array(fc.constantFrom("a", "b", "", "c"), { maxLength: 12 })
    .map((lines) => `${lines.join("\n")}\n`);
  fc.assert(
    fc.property(code, code, (before, after) => {
      fc.pre(before !== "\n" || after !== "\n");
      expect(applyHunks(before, hunksBetween(before, after))).toBe(after);
    }),
  );
});
