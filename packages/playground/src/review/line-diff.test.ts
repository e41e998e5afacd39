import type { Change } from "@codemirror/merge";
import fc from "fast-check";
import { expect, test } from "vitest";
import { lineDiff } from "./line-diff.ts";

function applied(a: string, b: string, changes: readonly Change[]): string {
  let [text, at] = ["", 0];
  for (const { fromA, toA, fromB, toB } of changes) {
    text += a.slice(at, fromA) + b.slice(fromB, toB);
    at = toA;
  }
  return text + a.slice(at);
}

test("the changes in order turn one text into the other", () => {
  const text = fc
    .array(fc.constantFrom("", "a", "b", "if (a) {", "}", "  return 1;"), { maxLength: 12 })
    .map((lines) => lines.join("\n"));
  fc.assert(
    fc.property(text, text, (a, b) => {
      const changes = lineDiff(a, b);
      expect(applied(a, b, changes)).toBe(b);
      for (const [index, change] of changes.entries()) {
        const before = changes[index - 1];
        if (before === undefined) continue;
        expect(change.fromA - before.toA).toBe(change.fromB - before.toB);
        expect(change.fromA).toBeGreaterThanOrEqual(before.toA);
      }
    }),
    { numRuns: 1_000 },
  );
});

test("many changes in a long text stay separate", () => {
  const lines = Array.from({ length: 3_000 }, (_, n) => `let line${n} = ${n};`);
  const edited = lines.map((line, n) => (n % 10 === 0 ? line.replace("let", "const") : line));
  const changes = lineDiff(lines.join("\n"), edited.join("\n"));
  expect(changes.length).toBeGreaterThanOrEqual(300);
  expect(changes.every(({ fromA, toA }) => toA - fromA <= 5)).toBe(true);
});

test("a text with more distinct lines than there are code units is compared correctly", () => {
  const a = Array.from({ length: 70_000 }, (_, n) => `${n}`).join("\n");
  const b = `${a}\nmore`;
  expect(applied(a, b, lineDiff(a, b))).toBe(b);
});
