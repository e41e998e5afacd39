import assert from "node:assert/strict";
import { test } from "node:test";
import { type Hit, SearchBox } from "./solution.ts";

function controlled() {
  const pending = new Map<string, { resolve: (hits: Hit[]) => void; reject: (error: Error) => void }>();
  const box = new SearchBox((query) => new Promise((resolve, reject) => pending.set(query, { resolve, reject })));
  const hit = (id: string): Hit => ({ id, title: id.toUpperCase() });
  return {
    box,
    answer: (query: string) => pending.get(query)?.resolve([hit(query)]),
    fail: (query: string) => pending.get(query)?.reject(new Error(`no ${query}`)),
    ids: () => box.results.map(({ id }) => id),
  };
}

test("a late answer does not replace a newer one", async () => {
  const { box, answer, ids } = controlled();
  const first = box.type("a");
  const second = box.type("ab");
  answer("ab");
  await second;
  answer("a");
  await first;
  assert.deepEqual(ids(), ["ab"]);
  assert.equal(box.busy, false);
});

test("an old answer does not end the waiting for a newer one", async () => {
  const { box, answer, fail, ids } = controlled();
  const first = box.type("a");
  const second = box.type("ab");
  const third = box.type("abc");
  answer("a");
  fail("ab");
  await Promise.all([first, second]);
  assert.equal(box.busy, true);
  assert.equal(box.error, null);
  assert.deepEqual(ids(), []);
  answer("abc");
  await third;
  assert.deepEqual(ids(), ["abc"]);
});

test("an empty query makes pending answers old", async () => {
  const { box, answer, ids } = controlled();
  const first = box.type("a");
  await box.type("  ");
  answer("a");
  await first;
  assert.deepEqual(ids(), []);
  assert.equal(box.busy, false);
});

test("the latest failure shows, and success clears it", async () => {
  const { box, answer, fail } = controlled();
  const first = box.type("a");
  fail("a");
  await first;
  assert.equal(box.error, "no a");
  const second = box.type("b");
  answer("b");
  await second;
  assert.equal(box.error, null);
});
