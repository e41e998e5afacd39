import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const code = readFileSync(new URL("./solution.js", import.meta.url), "utf8");
const sumFirstOdds = new Function(`${code}\nreturn sumFirstOdds;`)();

test("gives what it gave", () => {
  assert.deepEqual(sumFirstOdds(0), 0);
  assert.deepEqual(sumFirstOdds(1), 1);
  assert.deepEqual(sumFirstOdds(6), 36);
});

test("does not call itself", () => {
  assert.equal(code.match(/\bsumFirstOdds\b/g).length, 1);
  assert.doesNotThrow(() => sumFirstOdds(50_000));
});
