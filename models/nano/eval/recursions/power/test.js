import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const code = readFileSync(new URL("./solution.js", import.meta.url), "utf8");
const raise = new Function(`${code}\nreturn raise;`)();

test("gives what it gave", () => {
  assert.deepEqual(raise(3, 0), 1);
  assert.deepEqual(raise(2, 1), 2);
  assert.deepEqual(raise(2, 10), 1024);
  assert.deepEqual(raise(7, 3), 343);
});

test("does not call itself", () => {
  assert.equal(code.match(/\braise\b/g).length, 1);
  assert.doesNotThrow(() => raise(1, 50_000));
});
