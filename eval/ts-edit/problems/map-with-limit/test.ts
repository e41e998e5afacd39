import assert from "node:assert/strict";
import { test } from "node:test";
import { downloadAll, mapAsync } from "./solution.ts";

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

async function observe(limit: number, count: number) {
  let running = 0;
  let most = 0;
  const results = await mapAsync(
    Array.from({ length: count }, (_, i) => i),
    async (n, index) => {
      most = Math.max(most, ++running);
      for (let i = 0; i <= n % 3; i++) await turn();
      running--;
      return n * 10 + index;
    },
    limit,
  );
  return { results, most };
}

test("no more than the limit at a time, in order", async () => {
  const { results, most } = await observe(3, 10);
  assert.equal(most, 3);
  assert.deepEqual(results, Array.from({ length: 10 }, (_, i) => i * 11));
  assert.equal((await observe(1, 4)).most, 1);
  assert.equal((await observe(9, 2)).most, 2);
  assert.deepEqual((await observe(2, 0)).results, []);
});

test("the next begins as soon as one ends", async () => {
  const ends: (() => void)[] = [];
  const begun: number[] = [];
  const all = mapAsync([0, 1, 2], (n) => {
    begun.push(n);
    return new Promise<void>((resolve) => ends.push(resolve));
  }, 2);
  ends[1]();
  await turn();
  assert.deepEqual(begun, [0, 1, 2]);
  ends[0]();
  ends[2]();
  await all;
});

test("after a failure nothing begins", async () => {
  const begun: number[] = [];
  const all = mapAsync([0, 1, 2, 3], async (n) => {
    begun.push(n);
    await turn();
    if (n === 0) throw new Error("zero");
    await turn();
    return n;
  }, 2);
  await assert.rejects(all, { message: "zero" });
  await turn();
  await turn();
  assert.deepEqual(begun, [0, 1]);
});

test("the limit is checked, and downloads have one", async () => {
  await assert.rejects(mapAsync([1], async (n) => n, 0), RangeError);
  let running = 0;
  let most = 0;
  const downloads = await downloadAll(["a", "b", "c", "d", "e", "f"], async (url) => {
    most = Math.max(most, ++running);
    await turn();
    running--;
    return url.charCodeAt(0);
  });
  assert.equal(most, 4);
  assert.deepEqual(downloads[5], { url: "f", bytes: 102 });
});
