import assert from "node:assert/strict";
import { test } from "node:test";
import { type Action, INITIAL, reduce, remaining } from "./solution.ts";

const after = (...actions: Action[]) => actions.reduce(reduce, INITIAL);
const add = (text: string): Action => ({ type: "add", text });

test("some are open: all become done", () => {
  const before = after(add("a"), add("b"), { type: "toggle", id: 1 });
  const state = reduce(before, { type: "toggleAll" });
  assert.deepEqual(state.todos.map(({ done }) => done), [true, true]);
  assert.equal(state.todos[0], before.todos[0]);
  assert.deepEqual(before.todos.map(({ done }) => done), [true, false]);
  assert.equal(state.nextId, 3);
});

test("all are done: all become open", () => {
  const state = after(add("a"), add("b"), { type: "toggleAll" }, { type: "toggleAll" });
  assert.equal(remaining(state), 2);
});

test("none: the same state", () => {
  assert.equal(reduce(INITIAL, { type: "toggleAll" }), INITIAL);
});

test("the other actions", () => {
  const state = after(add(" a "), add("b"), { type: "toggle", id: 2 }, { type: "clearDone" });
  assert.deepEqual(state, { todos: [{ id: 1, text: "a", done: false }], nextId: 3 });
});
