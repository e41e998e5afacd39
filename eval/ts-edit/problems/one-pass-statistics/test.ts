import assert from "node:assert/strict";
import { test } from "node:test";
import { formatSummary, summarize } from "./solution.ts";

test("arrays as before", () => {
  assert.deepEqual(summarize([3, -1, 4]), { count: 3, sum: 6, mean: 2, min: -1, max: 4, negative: 1 });
  assert.equal(summarize([]), null);
  assert.equal(formatSummary(summarize([1, 2])), "2 values, 1 to 2, mean 1.50");
  assert.equal(formatSummary(null), "no values");
});

test("anything that can be read once", () => {
  function* values() {
    for (let i = -2; i <= 2; i++) yield i;
  }
  assert.deepEqual(summarize(values()), { count: 5, sum: 0, mean: 0, min: -2, max: 2, negative: 2 });
  assert.equal(summarize(new Set<number>()), null);
});

test("very many values", () => {
  const many = Array.from({ length: 300_000 }, (_, i) => i);
  assert.equal(summarize(many)?.max, 299_999);
});
