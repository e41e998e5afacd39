import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const code = readFileSync(new URL("./solution.js", import.meta.url), "utf8");
const stutter = new Function(`${code}\nreturn stutter;`)();

test("gives what it gave", () => {
  assert.deepEqual(stutter("ab", 0), "");
  assert.deepEqual(stutter("ab", 1), "ab");
  assert.deepEqual(stutter("ab", 3), "ababab");
});

test("does not call itself", () => {
  assert.equal(code.match(/\bstutter\b/g).length, 1);
  assert.doesNotThrow(() => stutter("ab", 50_000));
});
