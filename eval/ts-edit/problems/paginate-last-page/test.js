import assert from "node:assert/strict";
import { test } from "node:test";
import { pageLinks, paginate } from "./solution.js";

const numbers = (n) => Array.from({ length: n }, (_, i) => i);

test("a last page that is not full exists", () => {
  const last = paginate(numbers(11), { page: 3, pageSize: 5 });
  assert.deepEqual(last, { items: [10], page: 3, pages: 3, hasNext: false, hasPrevious: true });
});

test("a list shorter than a page is one page", () => {
  assert.equal(paginate(numbers(3), { pageSize: 5 }).pages, 1);
  assert.equal(paginate([], { pageSize: 5 }).pages, 1);
});

test("full pages make no empty one", () => {
  assert.equal(paginate(numbers(10), { pageSize: 5 }).pages, 2);
  assert.equal(paginate(numbers(40)).pages, 2);
});

test("the page is clamped", () => {
  assert.equal(paginate(numbers(6), { page: 9, pageSize: 5 }).page, 2);
  assert.equal(paginate(numbers(6), { page: -1, pageSize: 5 }).page, 1);
  assert.deepEqual(pageLinks({ page: 5, pages: 9 }), [1, 4, 5, 6, 9]);
});
