import assert from "node:assert/strict";
import { test } from "node:test";
import { debounce, throttle } from "./solution.js";

function fakeClock() {
  const due = new Map();
  let next = 1;
  return {
    setTimeout: (run) => (due.set(next, run), next++),
    clearTimeout: (id) => due.delete(id),
    fire: () => [...due].forEach(([id, run]) => (due.delete(id), run())),
    get waiting() {
      return due.size;
    },
  };
}

test("the last call's arguments and this are used, once", () => {
  const clock = fakeClock();
  const calls = [];
  const fn = debounce(
    function (...args) {
      calls.push([this.name, ...args]);
    },
    10,
    clock,
  );
  fn.call({ name: "one" }, 1);
  fn.call({ name: "two" }, 2, "b");
  assert.equal(clock.waiting, 1);
  clock.fire();
  assert.deepEqual(calls, [["two", 2, "b"]]);
});

test("flush without a waiting call does nothing", () => {
  const clock = fakeClock();
  let calls = 0;
  const fn = debounce(() => calls++, 10, clock);
  fn.flush();
  fn();
  fn.flush();
  fn.flush();
  clock.fire();
  assert.equal(calls, 1);
});

test("cancel drops the call, and later bursts work", () => {
  const clock = fakeClock();
  const calls = [];
  const fn = debounce((n) => calls.push(n), 10, clock);
  fn(1);
  fn.cancel();
  fn.flush();
  clock.fire();
  fn(2);
  clock.fire();
  assert.deepEqual(calls, [2]);
});

test("throttle is as it was", () => {
  let time = 0;
  const calls = [];
  const fn = throttle((n) => calls.push(n), 10, () => time);
  fn(1);
  fn(2);
  time = 10;
  fn(3);
  assert.deepEqual(calls, [1, 3]);
});
