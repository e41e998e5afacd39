import assert from "node:assert/strict";
import { test } from "node:test";
import { History } from "./solution.ts";

function typed(...values: string[]) {
  const history = new History("");
  for (const value of values) history.push(value);
  return history;
}

test("redo takes undo back, step by step", () => {
  const history = typed("a", "ab", "abc");
  history.undo();
  history.undo();
  assert.equal(history.current, "a");
  assert.equal(history.canRedo, true);
  assert.equal(history.redo(), true);
  assert.equal(history.current, "ab");
  assert.equal(history.redo(), true);
  assert.equal(history.current, "abc");
  assert.equal(history.canRedo, false);
  assert.equal(history.redo(), false);
  assert.equal(history.undo(), true);
  assert.equal(history.current, "ab");
});

test("a new value forgets what could be redone", () => {
  const history = typed("a", "ab");
  history.undo();
  history.push("ax");
  assert.equal(history.canRedo, false);
  assert.equal(history.redo(), false);
  history.undo();
  assert.equal(history.current, "a");
});

test("undefined is a value", () => {
  const history = new History<number | undefined>(1);
  history.push(undefined);
  history.undo();
  assert.equal(history.redo(), true);
  assert.equal(history.current, undefined);
});

test("undo and its limit as before", () => {
  const history = new History(0, 2);
  for (const n of [1, 2, 3]) history.push(n);
  assert.equal(history.undo(), true);
  assert.equal(history.undo(), true);
  assert.equal(history.undo(), false);
  assert.equal(history.current, 1);
  assert.equal(history.canUndo, false);
});
