import { hunksBetween } from "@flint/client";
import { expect, test } from "vitest";
import { moveLines } from "./moved-lines.ts";

const CODE = "a\nb\nc\nd\ne\nf\ng\nh\n";

function reference(start: number, end: number, path = "/a.ts") {
  return { path, selection: { start, end } };
}

const edited = reference(3, 4);

function selectionAfter(code: string, file: ReturnType<typeof reference>) {
  return moveLines([file, edited], edited, hunksBetween(CODE, code)).map(({ selection }) => selection);
}

test.each([
  ["lines put in before the edited ones are theirs", "a\nb\n1\n2\nc\nd\ne\nf\ng\nh\n", [3, 6]],
  ["lines put in after them are theirs", "a\nb\nc\nd\n1\n2\ne\nf\ng\nh\n", [3, 6]],
  ["lines put in for them are theirs", "a\nb\n1\n2\n3\ne\nf\ng\nh\n", [3, 5]],
  ["lines taken out are gone", "a\nb\nd\ne\nf\ng\nh\n", [3, 3]],
])("%s", (_, code, [start, end]) => {
  const grown = code.split("\n").length - CODE.split("\n").length;
  expect(selectionAfter(code, reference(1, 2))).toEqual([
    { start: 1, end: 2 },
    { start, end },
  ]);
  expect(selectionAfter(code, reference(5, 6))[0]).toEqual({ start: 5 + grown, end: 6 + grown });
});

test("lines around the edited ones grow with them, and lines of other files stay", () => {
  const code = "a\nb\n1\n2\n3\ne\nf\ng\nh\n";
  expect(selectionAfter(code, reference(1, 8))[0]).toEqual({ start: 1, end: 9 });
  expect(selectionAfter(code, reference(4, 6))[0]).toEqual({ start: 4, end: 7 });
  expect(selectionAfter(code, reference(5, 6, "/b.ts"))[0]).toEqual({ start: 5, end: 6 });
});

test("a reference whose lines were all deleted means the whole file", () => {
  expect(selectionAfter("a\nb\ne\nf\ng\nh\n", reference(5, 6))).toEqual([{ start: 3, end: 4 }, null]);
});
