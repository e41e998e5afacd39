import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const code = readFileSync(new URL("./solution.js", import.meta.url), "utf8");
const factorial = new Function(`${code}\nreturn factorial;`)();

test("gives what it gave", () => {
  assert.deepEqual(factorial(0), 1);
  assert.deepEqual(factorial(1), 1);
  assert.deepEqual(factorial(5), 120);
  assert.deepEqual(factorial(10), 3628800);
});

test("does not call itself", () => {
  assert.equal(code.match(/\bfactorial\b/g).length, 1);
  assert.doesNotThrow(() => factorial(50_000));
});
