import assert from "node:assert/strict";
import { test } from "node:test";
import { cartTotal, formatEuro, lineTotal } from "./solution.ts";

const line = (price: number, quantity = 1, discount?: number) => ({ name: "x", price, quantity, discount });

test("ten cents and twenty cents are thirty", () => {
  assert.equal(cartTotal([line(0.1), line(0.2)]), 0.3);
});

test("many small prices add up exactly", () => {
  assert.equal(cartTotal(Array.from({ length: 1000 }, () => line(0.01))), 10);
  assert.equal(cartTotal([line(1.1, 3), line(2.2, 3)]), 9.9);
});

test("each line is rounded by itself", () => {
  assert.equal(lineTotal(line(9.99, 1, 15)), 8.49);
  assert.equal(cartTotal([line(0.33, 1, 10), line(0.33, 1, 10)]), 0.6);
});

test("no lines, no discount, all discount", () => {
  assert.equal(cartTotal([]), 0);
  assert.equal(lineTotal(line(4.35, 2)), 8.7);
  assert.equal(lineTotal(line(4.35, 2, 100)), 0);
  assert.equal(formatEuro(1234.5), "1234,50 €");
});
