import assert from "node:assert/strict";
import { test } from "node:test";
import { indexOfSorted, insertionPoint, insertSorted } from "./solution.js";

test("finds every item of arrays of every length", () => {
  for (let length = 1; length < 20; length++) {
    const items = Array.from({ length }, (_, i) => i * 2);
    items.forEach((item, i) => assert.equal(indexOfSorted(items, item), i));
  }
});

test("tells what is not there", () => {
  const items = [2, 4, 6];
  for (const absent of [1, 3, 5, 7]) assert.equal(indexOfSorted(items, absent), -1);
  assert.equal(indexOfSorted([], 1), -1);
});

test("the other functions work as before", () => {
  assert.equal(insertionPoint([1, 3, 3, 5], 3), 1);
  assert.equal(insertionPoint([1, 3], 9), 2);
  assert.deepEqual(insertSorted([1, 3], 2), [1, 2, 3]);
});
