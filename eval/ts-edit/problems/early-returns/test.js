import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { describeShipping, shippingCost } from "./solution.js";

test("the costs stay the same", () => {
  assert.equal(shippingCost({ weight: 1, country: "DE" }), 490);
  assert.equal(shippingCost({ weight: 30, country: "DE", express: true }), 1290);
  assert.equal(shippingCost({ weight: 31, country: "DE" }), null);
  assert.equal(shippingCost({ weight: 2.1, country: "FR" }), 1140);
  assert.equal(shippingCost({ weight: 2, country: "FR", express: true }), null);
  assert.equal(shippingCost({ weight: Number.NaN, country: "DE" }), null);
  assert.equal(describeShipping({ weight: 1, country: "DE" }), "4.90 EUR");
});

test("the error stays the same", () => {
  for (const parcel of [null, undefined, {}, { weight: "1" }]) {
    assert.throws(() => shippingCost(parcel), { name: "TypeError", message: "a parcel has a weight" });
  }
});

test("there is no else", () => {
  const source = readFileSync(new URL("./solution.js", import.meta.url), "utf8");
  assert.doesNotMatch(source, /\belse\b/);
});
