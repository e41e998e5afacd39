import assert from "node:assert/strict";
import { test } from "node:test";
import { allPaid, countBusy, firstFree, hasConflict } from "./solution.js";

function counted(predicate) {
  const fn = (...args) => {
    fn.calls++;
    return predicate(...args);
  };
  fn.calls = 0;
  return fn;
}

test("stops at the first free slot", () => {
  const isFree = counted((n) => n > 2);
  assert.equal(firstFree([1, 2, 3, 4, 5], isFree), 3);
  assert.equal(isFree.calls, 3);
  assert.equal(firstFree([1, 2], isFree), undefined);
});

test("stops at the first conflict", () => {
  const conflicts = counted((a, b) => a + b === 5);
  assert.equal(hasConflict([1, 2, 3, 4], conflicts), true);
  assert.equal(conflicts.calls, 3);
  const never = counted(() => false);
  assert.equal(hasConflict([1, 2, 3, 4], never), false);
  assert.equal(never.calls, 6);
  assert.equal(hasConflict([1], never), false);
});

test("stops at the first unpaid invoice", () => {
  const isPaid = counted((n) => n !== 2);
  assert.equal(allPaid([1, 2, 3, 4], isPaid), false);
  assert.equal(isPaid.calls, 2);
  assert.equal(allPaid([1, 3], isPaid), true);
  assert.equal(allPaid([], isPaid), true);
  assert.equal(countBusy([1, 2, 3], (n) => n === 2), 2);
});
