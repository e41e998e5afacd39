import assert from "node:assert/strict";
import { test } from "node:test";
import { deepMerge, loadSettings } from "./solution.js";

test("neither argument changes", () => {
  const base = { a: { b: 1, c: { d: 2 } }, e: 3 };
  const overrides = { a: { c: { d: 4 } }, f: 5 };
  const copies = structuredClone([base, overrides]);
  assert.deepEqual(deepMerge(base, overrides), { a: { b: 1, c: { d: 4 } }, e: 3, f: 5 });
  assert.deepEqual([base, overrides], copies);
});

test("one set of settings does not leak into the next", () => {
  assert.equal(loadSettings({ editor: { tabSize: 8 } }).editor.tabSize, 8);
  assert.equal(loadSettings({ editor: { font: { size: 20 } } }).editor.font.size, 20);
  assert.deepEqual(loadSettings({}), {
    editor: { tabSize: 2, font: { family: "mono", size: 13 } },
    plugins: [],
  });
});

test("null replaces", () => {
  assert.deepEqual(deepMerge({ a: { b: 1 } }, { a: null }), { a: null });
  assert.deepEqual(deepMerge({ a: null }, { a: { b: 1 } }), { a: { b: 1 } });
});

test("arrays are replaced", () => {
  assert.deepEqual(deepMerge({ a: [1, 2], b: { c: 1 } }, { a: [3], b: [4] }), { a: [3], b: [4] });
});
