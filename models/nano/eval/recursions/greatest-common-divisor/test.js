import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const code = readFileSync(new URL("./solution.js", import.meta.url), "utf8");
const commonDivisor = new Function(`${code}\nreturn commonDivisor;`)();

test("gives what it gave", () => {
  assert.deepEqual(commonDivisor(12, 18), 6);
  assert.deepEqual(commonDivisor(7, 0), 7);
  assert.deepEqual(commonDivisor(100, 75), 25);
});

test("does not call itself", () => {
  assert.equal(code.match(/\bcommonDivisor\b/g).length, 1);
});
