import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const code = readFileSync(new URL("./solution.js", import.meta.url), "utf8");
const mirror = new Function(`${code}\nreturn mirror;`)();

test("gives what it gave", () => {
  assert.deepEqual(mirror(""), "");
  assert.deepEqual(mirror("a"), "a");
  assert.deepEqual(mirror("flint"), "tnilf");
});

test("does not call itself", () => {
  assert.equal(code.match(/\bmirror\b/g).length, 1);
  assert.doesNotThrow(() => mirror("ab".repeat(10_000)));
});
