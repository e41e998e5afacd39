import { expect, test } from "vitest";
import { limitSelection } from "./selected-lines.ts";

test.each([
  ["up to the line after the last newline", "a\nb\n", [1, 3], [1, 2]],
  ["within the code", "a\nb\n", [1, 2], [1, 2]],
  ["beyond that line", "a\nb\n", [1, 4], [1, 4]],
  ["of that line alone", "a\nb\n", [3, 3], [3, 3]],
  ["beyond code without a last newline", "a\nb", [1, 3], [1, 3]],
])("the lines of a selection %s", (_, code, [start, end], [first, last]) => {
  expect(limitSelection(code, { start: start as number, end: end as number })).toEqual({
    start: first,
    end: last,
  });
});
