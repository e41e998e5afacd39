import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const code = readFileSync(new URL("./solution.js", import.meta.url), "utf8");
const rabbitPairs = new Function(`${code}\nreturn rabbitPairs;`)();

test("gives what it gave", () => {
  assert.deepEqual(rabbitPairs(0), 0);
  assert.deepEqual(rabbitPairs(1), 1);
  assert.deepEqual(rabbitPairs(2), 1);
  assert.deepEqual(rabbitPairs(10), 55);
});

test("does not call itself", () => {
  assert.equal(code.match(/\brabbitPairs\b/g).length, 1);
  assert.doesNotThrow(() => rabbitPairs(60));
});
