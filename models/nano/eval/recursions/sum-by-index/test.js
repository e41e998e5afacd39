import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const code = readFileSync(new URL("./solution.js", import.meta.url), "utf8");
const cartTotal = new Function(`${code}\nreturn cartTotal;`)();

test("gives what it gave", () => {
  assert.deepEqual(cartTotal([]), 0);
  assert.deepEqual(cartTotal([{ cost: 2 }]), 2);
  assert.deepEqual(cartTotal([{ cost: 2 }, { cost: 5 }]), 7);
  assert.deepEqual(cartTotal([{ cost: 2 }, { cost: 5 }], 1), 5);
});

test("does not call itself", () => {
  assert.equal(code.match(/\bcartTotal\b/g).length, 1);
  assert.doesNotThrow(() => cartTotal(Array(50_000).fill({ cost: 1 })));
});
