import assert from "node:assert/strict";
import { test } from "node:test";
import { LruCache } from "./solution.ts";

test("reading an entry keeps it", () => {
  const cache = new LruCache<string, number>(2);
  cache.set("a", 1);
  cache.set("b", 2);
  assert.equal(cache.get("a"), 1);
  cache.set("c", 3);
  assert.deepEqual(cache.keys(), ["a", "c"]);
});

test("an undefined value counts as present", () => {
  const cache = new LruCache<string, undefined | number>(2);
  cache.set("a", undefined);
  cache.set("b", 2);
  assert.equal(cache.get("a"), undefined);
  cache.set("c", 3);
  assert.deepEqual(cache.keys(), ["a", "c"]);
});

test("a missing key stays missing", () => {
  const cache = new LruCache<string, number>(2);
  cache.set("a", 1);
  assert.equal(cache.get("x"), undefined);
  assert.deepEqual(cache.keys(), ["a"]);
  assert.equal(cache.size, 1);
});

test("writing evicts the oldest, and delete works", () => {
  const cache = new LruCache<number, string>(1);
  cache.set(1, "x");
  cache.set(2, "y");
  assert.equal(cache.get(1), undefined);
  assert.equal(cache.delete(2), true);
  assert.equal(cache.size, 0);
  assert.throws(() => new LruCache(0), RangeError);
});
