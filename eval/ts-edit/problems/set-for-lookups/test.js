import assert from "node:assert/strict";
import { test } from "node:test";
import { newSubscribers, takeCalls } from "./solution.js";

test("the result stays the same", () => {
  const known = ["a@x.org", " B@x.org"];
  assert.deepEqual(newSubscribers(["c@x.org", "b@X.org ", "C@x.org", "A@x.org", "d@x.org"], known), [
    "c@x.org",
    "d@x.org",
  ]);
  assert.deepEqual(newSubscribers([], known), []);
  assert.deepEqual(newSubscribers(["q", "Q"], []), ["q"]);
  assert.deepEqual(known, ["a@x.org", " B@x.org"]);
});

test("every entry is normalized once", () => {
  const known = Array.from({ length: 300 }, (_, i) => `k${i}@x.org`);
  const addresses = Array.from({ length: 200 }, (_, i) => `a${i}@x.org`);
  takeCalls();
  assert.equal(newSubscribers(addresses, known).length, 200);
  assert.equal(takeCalls(), 500);
});
