import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const code = readFileSync(new URL("./solution.js", import.meta.url), "utf8");
const harmonicNumber = new Function(`${code}\nreturn harmonicNumber;`)();

test("gives what it gave", () => {
  assert.ok(Math.abs(harmonicNumber(1) - 1) < 1e-9);
  assert.ok(Math.abs(harmonicNumber(2) - 1.5) < 1e-9);
  assert.ok(Math.abs(harmonicNumber(4) - (1 + 1 / 2 + 1 / 3 + 1 / 4)) < 1e-9);
});

test("does not call itself", () => {
  assert.equal(code.match(/\bharmonicNumber\b/g).length, 1);
  assert.doesNotThrow(() => harmonicNumber(50_000));
});
