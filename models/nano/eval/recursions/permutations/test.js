import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const code = readFileSync(new URL("./solution.js", import.meta.url), "utf8");
const seatings = new Function(`${code}\nreturn seatings;`)();

test("gives what it gave", () => {
  assert.deepEqual(seatings(5, 0), 1);
  assert.deepEqual(seatings(5, 2), 20);
  assert.deepEqual(seatings(6, 6), 720);
});

test("does not call itself", () => {
  assert.equal(code.match(/\bseatings\b/g).length, 1);
  assert.doesNotThrow(() => seatings(60_000, 50_000));
});
