import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const code = readFileSync(new URL("./solution.js", import.meta.url), "utf8");
const inBinary = new Function(`${code}\nreturn inBinary;`)();

test("gives what it gave", () => {
  assert.deepEqual(inBinary(0), "0");
  assert.deepEqual(inBinary(1), "1");
  assert.deepEqual(inBinary(10), "1010");
});

test("does not call itself", () => {
  assert.equal(code.match(/\binBinary\b/g).length, 1);
});
