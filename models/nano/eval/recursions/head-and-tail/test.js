import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const code = readFileSync(new URL("./solution.js", import.meta.url), "utf8");
const squareAll = new Function(`${code}\nreturn squareAll;`)();

test("gives what it gave", () => {
  assert.deepEqual(squareAll([]), 0);
  assert.deepEqual(squareAll([3]), 9);
  assert.deepEqual(squareAll([1, 2, 3]), 14);
});

test("does not call itself", () => {
  assert.equal(code.match(/\bsquareAll\b/g).length, 1);
  assert.doesNotThrow(() => squareAll(Array(9_000).fill(1)));
});
