import assert from "node:assert/strict";
import { test } from "node:test";
import { copyRecord, readRecord } from "./solution.js";

function memoryStore(entries, failure) {
  const map = new Map(Object.entries(entries));
  return {
    map,
    get(key, callback) {
      setImmediate(() => (failure?.get ? callback(failure.get) : callback(null, map.get(key))));
    },
    put(key, value, callback) {
      if (!failure?.put) map.set(key, value);
      setImmediate(() => callback(failure?.put ?? null));
    },
  };
}

test("a record is read", async () => {
  assert.deepEqual(await readRecord(memoryStore({ a: '{"n":1}' }), " A "), { n: 1 });
});

test("what is missing or broken rejects", async () => {
  const store = memoryStore({ broken: "{" });
  await assert.rejects(readRecord(store, "X"), { message: "no record x" });
  await assert.rejects(readRecord(store, "broken"), SyntaxError);
});

test("the store's own errors come through", async () => {
  const down = new Error("down");
  await assert.rejects(readRecord(memoryStore({}, { get: down }), "a"), (error) => error === down);
  await assert.rejects(copyRecord(memoryStore({ a: "{}" }, { put: down }), "a", "b"), (error) => error === down);
});

test("a record is copied", async () => {
  const store = memoryStore({ a: '{"n":1}' });
  assert.deepEqual(await copyRecord(store, "A", "B"), { n: 1, copiedFrom: "a" });
  assert.deepEqual(JSON.parse(store.map.get("b")), { n: 1, copiedFrom: "a" });
});
