import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const code = readFileSync(new URL("./solution.js", import.meta.url), "utf8");
const fibOf = new Function(`${code}\nreturn fibOf;`)();

test("gives what it gave", () => {
  assert.deepEqual(fibOf(0), 0);
  assert.deepEqual(fibOf(1), 1);
  assert.deepEqual(fibOf(2), 1);
  assert.deepEqual(fibOf(10), 55);
});

test("does not call itself", () => {
  assert.equal(code.match(/\bfibOf\b/g).length, 1);
  assert.doesNotThrow(() => fibOf(50_000));
});
