import assert from "node:assert/strict";
import { test } from "node:test";
import { type User, UserLoader } from "./solution.ts";

function controlled() {
  const requests: { id: number; answer: (name: string) => void; fail: () => void }[] = [];
  const loader = new UserLoader(
    (id) =>
      new Promise<User>((resolve, reject) => {
        requests.push({ id, answer: (name) => resolve({ id, name }), fail: () => reject(new Error(`no ${id}`)) });
      }),
  );
  return { loader, requests };
}

test("calls at the same time share a request", async () => {
  const { loader, requests } = controlled();
  const users = loader.loadMany([1, 1, 2]);
  const again = loader.load(1);
  assert.deepEqual(requests.map(({ id }) => id), [1, 2]);
  requests[0].answer("ada");
  requests[1].answer("bob");
  assert.deepEqual((await users).map(({ name }) => name), ["ada", "ada", "bob"]);
  assert.equal((await again).name, "ada");
  assert.equal((await loader.load(2)).name, "bob");
  assert.equal(requests.length, 2);
});

test("all callers see a failure, and the next call tries again", async () => {
  const { loader, requests } = controlled();
  const calls = [loader.load(1), loader.load(1)];
  requests[0].fail();
  for (const call of calls) await assert.rejects(call, { message: "no 1" });
  const retry = loader.load(1);
  assert.equal(requests.length, 2);
  requests[1].answer("ada");
  assert.equal((await retry).name, "ada");
});

test("what is invalidated under way does not fill the cache", async () => {
  const { loader, requests } = controlled();
  const old = loader.load(1);
  loader.invalidate(1);
  requests[0].answer("old");
  assert.equal((await old).name, "old");
  const fresh = loader.load(1);
  assert.equal(requests.length, 2);
  requests[1].answer("new");
  assert.equal((await fresh).name, "new");
});
