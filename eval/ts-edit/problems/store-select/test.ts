import assert from "node:assert/strict";
import { test } from "node:test";
import { createStore } from "./solution.ts";

test("tells only changes of what is selected", () => {
  const store = createStore({ a: 1, b: 1 });
  const seen: number[] = [];
  store.select((state) => state.a, (a) => void seen.push(a));
  assert.deepEqual(seen, []);
  store.set((state) => ({ ...state, b: 2 }));
  store.set((state) => ({ ...state, a: 5 }));
  store.set((state) => ({ ...state, b: 3 }));
  store.set((state) => ({ ...state, a: 1 }));
  assert.deepEqual(seen, [5, 1]);
});

test("NaN is not a change, and 0 to -0 is", () => {
  const store = createStore({ n: Number.NaN });
  const seen: number[] = [];
  store.select((state) => state.n, (n) => void seen.push(n));
  store.set({ n: Number.NaN });
  store.set({ n: 0 });
  store.set({ n: -0 });
  assert.deepEqual(seen, [0, -0]);
});

test("can be ended", () => {
  const store = createStore({ n: 0 });
  let calls = 0;
  const stop = store.select((state) => state.n, () => calls++);
  store.set({ n: 1 });
  stop();
  store.set({ n: 2 });
  assert.equal(calls, 1);
});

test("subscribers hear everything", () => {
  const store = createStore({ n: 0 });
  const seen: number[] = [];
  const stop = store.subscribe(({ n }) => void seen.push(n));
  store.set({ n: 1 });
  store.set(store.get());
  stop();
  store.set({ n: 2 });
  assert.deepEqual(seen, [1]);
});
