import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const code = readFileSync(new URL("./solution.js", import.meta.url), "utf8");
const cubeSum = new Function(`${code}\nreturn cubeSum;`)();

test("gives what it gave", () => {
  assert.deepEqual(cubeSum(0), 0);
  assert.deepEqual(cubeSum(1), 1);
  assert.deepEqual(cubeSum(4), 100);
});

test("does not call itself", () => {
  assert.equal(code.match(/\bcubeSum\b/g).length, 1);
  assert.doesNotThrow(() => cubeSum(50_000));
});
