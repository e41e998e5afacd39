import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const code = readFileSync(new URL("./solution.js", import.meta.url), "utf8");
const span = new Function(`${code}\nreturn span;`)();

test("gives what it gave", () => {
  assert.deepEqual(span(1, 0), []);
  assert.deepEqual(span(2, 2), [2]);
  assert.deepEqual(span(3, 6), [3, 4, 5, 6]);
});

test("does not call itself", () => {
  assert.equal(code.match(/\bspan\b/g).length, 1);
  assert.doesNotThrow(() => span(1, 9_000));
});
