import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const code = readFileSync(new URL("./solution.js", import.meta.url), "utf8");
const chainLength = new Function(`${code}\nreturn chainLength;`)();

test("gives what it gave", () => {
  assert.deepEqual(chainLength(null), 0);
  assert.deepEqual(chainLength({ next: null }), 1);
  assert.deepEqual(chainLength({ next: { next: { next: null } } }), 3);
});

test("does not call itself", () => {
  assert.equal(code.match(/\bchainLength\b/g).length, 1);
  assert.doesNotThrow(() =>
    chainLength(
      Array(50_000)
        .fill(0)
        .reduce((next) => ({ next }), null),
    ),
  );
});
