import assert from "node:assert/strict";
import { test } from "node:test";
import { cartReducer, type CartState, EMPTY, itemCount } from "./solution.ts";

function frozen(state: CartState): CartState {
  for (const item of Object.values(state.items)) Object.freeze(item);
  Object.freeze(state.items);
  return Object.freeze(state);
}

const one = () => frozen({ items: { a: { quantity: 1, price: 5 } }, coupon: "X" });

test("adding makes a new state", () => {
  const state = one();
  const next = cartReducer(state, { type: "add", id: "a", price: 9 });
  assert.notEqual(next, state);
  assert.deepEqual(next, { items: { a: { quantity: 2, price: 5 } }, coupon: "X" });
  assert.deepEqual(cartReducer(state, { type: "add", id: "b", price: 9 }).items, {
    a: { quantity: 1, price: 5 },
    b: { quantity: 1, price: 9 },
  });
  assert.deepEqual(state, one());
});

test("adding to the empty state leaves it empty", () => {
  assert.equal(itemCount(cartReducer(EMPTY, { type: "add", id: "a", price: 1 })), 1);
  assert.deepEqual(EMPTY, { items: {}, coupon: null });
});

test("removing makes a new state", () => {
  const two = frozen({ items: { a: { quantity: 2, price: 5 }, b: { quantity: 1, price: 1 } }, coupon: null });
  assert.deepEqual(cartReducer(two, { type: "remove", id: "a" }).items, {
    a: { quantity: 1, price: 5 },
    b: { quantity: 1, price: 1 },
  });
  assert.deepEqual(cartReducer(two, { type: "remove", id: "b" }).items, { a: { quantity: 2, price: 5 } });
});

test("removing what is not there changes nothing", () => {
  const state = one();
  assert.equal(cartReducer(state, { type: "remove", id: "zzz" }), state);
});

test("coupon and clear", () => {
  assert.equal(cartReducer(one(), { type: "coupon", code: null }).coupon, null);
  assert.equal(cartReducer(one(), { type: "clear" }), EMPTY);
});
