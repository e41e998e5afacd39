import assert from "node:assert/strict";
import { test } from "node:test";
import * as solution from "./solution.ts";

const { collect, pages } = solution;

function source() {
  const asked: (string | null)[] = [];
  const all: Record<string, { items: number[]; next: string | null }> = {
    start: { items: [1, 2], next: "b" },
    b: { items: [], next: "c" },
    c: { items: [3], next: null },
  };
  return {
    asked,
    fetchPage: async (cursor: string | null) => {
      asked.push(cursor);
      return all[cursor ?? "start"];
    },
  };
}

test("page by page, and only as far as is read", async () => {
  const { asked, fetchPage } = source();
  const iterator = pages(fetchPage);
  assert.deepEqual(asked, []);
  assert.deepEqual((await iterator.next()).value, [1, 2]);
  assert.deepEqual(asked, [null]);
  assert.deepEqual((await iterator.next()).value, [3]);
  assert.deepEqual(asked, [null, "b", "c"]);
  assert.equal((await iterator.next()).done, true);
});

test("leaving early asks for nothing more", async () => {
  const { asked, fetchPage } = source();
  for await (const _ of pages(fetchPage)) break;
  assert.deepEqual(asked, [null]);
});

test("a failure comes through", async () => {
  const fail = async () => {
    throw new Error("offline");
  };
  await assert.rejects(collect(fail), { message: "offline" });
});

test("collect gives the same, and the old function is gone", async () => {
  assert.deepEqual(await collect(source().fetchPage), [1, 2, 3]);
  assert.deepEqual(await collect(source().fetchPage, 1), [1]);
  assert.equal("fetchAll" in solution, false);
});
