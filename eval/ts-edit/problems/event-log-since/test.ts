import assert from "node:assert/strict";
import { test } from "node:test";
import { EventLog } from "./solution.ts";

function filled(count: number, capacity: number) {
  const log = new EventLog<string>(capacity);
  for (let i = 1; i <= count; i++) log.append(`e${i}`);
  return log;
}

const numbers = (events: { sequence: number }[]) => events.map(({ sequence }) => sequence);

test("only later events", () => {
  const log = filled(5, 10);
  assert.deepEqual(numbers(log.read(3)), [4, 5]);
  assert.deepEqual(numbers(log.read(0)), [1, 2, 3, 4, 5]);
  assert.deepEqual(log.read(5), []);
  assert.deepEqual(log.read(99), []);
});

test("dropped events are an error", () => {
  const log = filled(7, 3);
  assert.equal(log.oldest, 5);
  assert.throws(() => log.read(3), (error: Error) => error instanceof RangeError && /\b5\b/.test(error.message));
  assert.throws(() => log.read(0), RangeError);
  assert.deepEqual(numbers(log.read(4)), [5, 6, 7]);
});

test("an empty log", () => {
  assert.deepEqual(new EventLog().read(0), []);
});

test("without the parameter", () => {
  assert.deepEqual(numbers(filled(7, 3).read()), [5, 6, 7]);
});
