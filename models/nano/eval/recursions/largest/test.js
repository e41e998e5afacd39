import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const code = readFileSync(new URL("./solution.js", import.meta.url), "utf8");
const largest = new Function(`${code}\nreturn largest;`)();

test("gives what it gave", () => {
  assert.deepEqual(largest([]), -Infinity);
  assert.deepEqual(largest([3]), 3);
  assert.deepEqual(largest([3, 9, 2]), 9);
});

test("does not call itself", () => {
  assert.equal(code.match(/\blargest\b/g).length, 1);
  assert.doesNotThrow(() => largest(Array(20_000).fill(1)));
});
