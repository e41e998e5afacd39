import assert from "node:assert/strict";
import { test } from "node:test";
import { link, orderId, ordersOf, userId } from "./solution.ts";

test("ids are strings at run time", () => {
  assert.equal(userId("u_7"), "u_7");
  assert.equal(orderId("o_7"), "o_7");
  assert.equal(link(orderId("o_a b")), "/orders/o_a%20b");
});

test("the prefix is checked", () => {
  for (const text of ["o_7", "7", "", "U_7"]) assert.throws(() => userId(text), TypeError);
  for (const text of ["u_7", "7", ""]) assert.throws(() => orderId(text), TypeError);
});

test("orders are found", () => {
  const order = { id: orderId("o_1"), buyer: userId("u_1"), total: 5 };
  assert.deepEqual(ordersOf([order], userId("u_1")), [order]);
  assert.deepEqual(ordersOf([order], userId("u_2")), []);
});
