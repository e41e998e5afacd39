import { expect, test } from "vitest";
import { type ArrivingCode, followEdit } from "./arriving-code.ts";

const CODE = "one();\ntwo();\nthree();\n";

test("code that arrives in pieces is previewed and ends as hunks", () => {
  const edit = followEdit(CODE);
  expect(edit.push("one();\nTW")).toEqual([]);
  expect(edit.preview().pieces).toMatchObject([
    { kind: "unchanged", lines: ["one();"] },
    { kind: "changed", oldLines: ["two();"], newLines: ["TW"], settled: false },
    { kind: "expected", lines: ["three();"] },
  ]);
  edit.push("O();\nthree();");
  edit.complete();
  expect(edit.hunks).toEqual([
    { kind: "replace", oldStart: 2, oldLines: ["two();"], newStart: 2, newLines: ["TWO();"] },
  ]);
});

test("a reset discards what has arrived before", () => {
  const edit = followEdit(CODE, { start: 2, end: 2 });
  edit.push("other();\n");
  edit.reset();
  edit.push("two();\n");
  edit.complete();
  expect(edit.hunks).toEqual([]);
  expect(edit.text).toBe("two();\n");
});

test("blank lines around an answer are not changes", () => {
  const edit = followEdit(CODE);
  edit.push(`\n\n${CODE}\n\n`);
  edit.complete();
  expect(edit.hunks).toEqual([]);
});

test("a line of a megabyte in small pieces is processed in linear time", () => {
  const piece = "a = 1; ";
  const pieces = 150_000;
  /** The milliseconds that the quickest of so many small pieces takes. */
  const cost = (edit: ArrivingCode): number => {
    const spent = Array.from({ length: 50 }, () => {
      const begun = performance.now();
      for (let n = 0; n < 10; n++) edit.push(piece);
      return performance.now() - begun;
    });
    return Math.min(...spent);
  };
  const edit = followEdit(`${piece.repeat(pieces)}\nend();\n`);
  edit.push(piece.repeat(pieces - 1_000));
  const late = cost(edit);
  for (let n = 0; n < 500; n++) edit.push(piece);
  edit.push("\nEND();\n");
  edit.complete();
  expect(edit.hunks).toMatchObject([{ oldStart: 2, newLines: ["END();"] }]);
  // Ten pieces that look at a megabyte each would take milliseconds.
  expect(late).toBeLessThan(cost(followEdit(CODE)) + 0.5);
});
