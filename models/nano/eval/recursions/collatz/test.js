import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const code = readFileSync(new URL("./solution.js", import.meta.url), "utf8");
const hailstone = new Function(`${code}\nreturn hailstone;`)();

test("gives what it gave", () => {
  assert.deepEqual(hailstone(1), 0);
  assert.deepEqual(hailstone(6), 8);
  assert.deepEqual(hailstone(27), 111);
});

test("does not call itself", () => {
  assert.equal(code.match(/\bhailstone\b/g).length, 1);
});
