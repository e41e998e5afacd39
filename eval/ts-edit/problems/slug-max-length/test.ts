import assert from "node:assert/strict";
import { test } from "node:test";
import { slugify, uniqueSlug } from "./solution.ts";

test("cuts at a separator", () => {
  assert.equal(slugify("The quick brown fox", { maxLength: 12 }), "the-quick");
  assert.equal(slugify("The quick brown fox", { maxLength: 9 }), "the-quick");
  assert.equal(slugify("The quick brown fox", { maxLength: 10 }), "the-quick");
  assert.equal(slugify("The quick brown fox", { maxLength: 15 }), "the-quick-brown");
});

test("a first word that is too long is cut", () => {
  assert.equal(slugify("Incomprehensible things", { maxLength: 5 }), "incom");
});

test("longer separators count", () => {
  assert.equal(slugify("a b c", { separator: "--", maxLength: 5 }), "a--b");
  assert.equal(slugify("a b c", { separator: "--", maxLength: 4 }), "a--b");
});

test("no limit, no change", () => {
  assert.equal(slugify("Crème Brûlée & Co."), "creme-brulee-co");
  assert.equal(slugify("a b", { maxLength: 100 }), "a-b");
  assert.equal(slugify("!!!"), "");
  assert.equal(uniqueSlug("A b", new Set(["a-b", "a-b-2"])), "a-b-3");
});
