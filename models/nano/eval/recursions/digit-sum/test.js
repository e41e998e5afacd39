import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const code = readFileSync(new URL("./solution.js", import.meta.url), "utf8");
const crossSum = new Function(`${code}\nreturn crossSum;`)();

test("gives what it gave", () => {
  assert.deepEqual(crossSum(0), 0);
  assert.deepEqual(crossSum(7), 7);
  assert.deepEqual(crossSum(1984), 22);
});

test("does not call itself", () => {
  assert.equal(code.match(/\bcrossSum\b/g).length, 1);
});
