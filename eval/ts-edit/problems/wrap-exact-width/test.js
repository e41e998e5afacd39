import assert from "node:assert/strict";
import { test } from "node:test";
import { indent, wrap } from "./solution.js";

test("a line may be as long as the width", () => {
  assert.deepEqual(wrap("aaa bbb ccc", 7), ["aaa bbb", "ccc"]);
  assert.deepEqual(wrap("aaa bbb ccc", 11), ["aaa bbb ccc"]);
  assert.deepEqual(wrap("aaa bbb ccc", 6), ["aaa", "bbb", "ccc"]);
});

test("long words stand alone", () => {
  assert.deepEqual(wrap("incomprehensibilities", 5), ["incomprehensibilities"]);
  assert.deepEqual(wrap("a incomprehensibilities b", 5), ["a", "incomprehensibilities", "b"]);
  assert.deepEqual(wrap("abcde x", 5), ["abcde", "x"]);
});

test("white space and emptiness", () => {
  assert.deepEqual(wrap("  a \n b  "), ["a b"]);
  assert.deepEqual(wrap(""), []);
  assert.deepEqual(indent(["a", "", "b"]), ["  a", "", "  b"]);
});
