import type { ResponseObject } from "@flint/protocol";
import { expect, it } from "vitest";
import { type ChainEntry, ChainStore } from "./chain-store.ts";

function entry(id: string, lane?: string): ChainEntry {
  return { response: { id } as ResponseObject, tip: null, lane, warm: null };
}

it("gives up the least recently used entry first, and tells of it", () => {
  const evicted: string[] = [];
  const store = new ChainStore({ capacity: 2, onEvict: ({ response }) => evicted.push(response.id) });
  store.put(entry("a"));
  store.put(entry("b"));
  store.get("a");
  store.put(entry("c"));
  expect(evicted).toEqual(["b"]);
  expect(store.get("a")).toBeDefined();
  expect(store.get("b")).toBeUndefined();
});

it("keeps each lane's latest entry beyond its capacity, if asked to", () => {
  const store = new ChainStore({ capacity: 1, keepLatestOfLane: true });
  for (const [id, lane] of [
    ["a", "x"],
    ["b", "y"],
    ["c", undefined],
    ["d", "x"],
  ] as const)
    store.put(entry(id, lane));
  expect(["a", "b", "c", "d"].map((id) => store.get(id) !== undefined)).toEqual([false, true, true, true]);
});

it("forgets what is deleted", () => {
  const store = new ChainStore({ capacity: 2 });
  store.put(entry("a"));
  expect(store.delete("a")).toBe(true);
  expect(store.get("a")).toBeUndefined();
  expect(store.size).toBe(0);
});
