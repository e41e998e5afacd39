import fc from "fast-check";
import { expect, test } from "vitest";
import { isSameJson } from "./json.ts";

test("two values are the same only if their JSON text is, including the order of fields", () => {
  const value = fc.jsonValue({ maxDepth: 3 });
  const pairs = fc.oneof(
    fc.tuple(value, value),
    value.map((one) => [one, JSON.parse(JSON.stringify(one))] as const),
  );
  fc.assert(
    fc.property(pairs, ([one, other]) => {
      expect(isSameJson(one, other)).toBe(JSON.stringify(one) === JSON.stringify(other));
    }),
    { numRuns: 500 },
  );
  for (const [one, other] of [
    [{}, []],
    [[], {}],
    [null, {}],
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    [{ a: 1 }, { a: 1, b: 1 }],
    [[1], [1, 1]],
    ["1", 1],
  ]) {
    expect(isSameJson(one, other)).toBe(false);
  }
});
