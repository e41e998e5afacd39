import type { PromptLink } from "@flint/engine";
import type { ResponseObject } from "@flint/protocol";
import fc from "fast-check";
import { expect, it } from "vitest";
import { type ChainEntry, ChainStore, type ChainStoreOptions } from "./chain-store.ts";

function entry(id: string, lane?: string, tip: PromptLink | null = null): ChainEntry {
  return { response: { id } as ResponseObject, tip, lane, warm: null };
}

function storeOf(options: Partial<ChainStoreOptions>): { store: ChainStore; evicted: string[] } {
  const evicted: string[] = [];
  const onEvict = ({ response }: ChainEntry) => evicted.push(response.id);
  return { store: new ChainStore({ capacity: 100, bytes: 1e9, onEvict, ...options }), evicted };
}

function link(text: string, parent: PromptLink | null = null): PromptLink {
  return { parent, items: [{ role: "user", content: text }] };
}

it("evicts the least recently used entry first and calls onEvict", () => {
  const { store, evicted } = storeOf({ capacity: 2 });
  store.put(entry("a"));
  store.put(entry("b"));
  store.get("a");
  store.put(entry("c"));
  expect(evicted).toEqual(["b"]);
  expect(store.get("a")).toBeDefined();
  expect(store.get("b")).toBeUndefined();
});

it("keeps each lane's latest entry even beyond its capacity", () => {
  const { store } = storeOf({ capacity: 1 });
  for (const [id, lane] of [
    ["a", "x"],
    ["b", "y"],
    ["c", undefined],
    ["d", "x"],
  ] as const)
    store.put(entry(id, lane));
  expect(["a", "b", "c", "d"].map((id) => store.get(id) !== undefined)).toEqual([false, true, true, true]);
});

it("drops a deleted entry and its bytes", () => {
  const { store } = storeOf({});
  store.put(entry("a", undefined, link("a")));
  expect(store.delete("a")).toBe(true);
  expect(store.get("a")).toBeUndefined();
  expect([store.size, store.bytes]).toEqual([0, 0]);
});

it("over its byte limit evicts old entries, then other lanes' latest, never the newest", () => {
  const { store, evicted } = storeOf({ bytes: 1000 });
  store.put(entry("old", "x", link("o".repeat(300))));
  store.put(entry("x", "x", link("x".repeat(300))));
  store.put(entry("y", "y", link("y".repeat(400))));
  expect(evicted).toEqual(["old"]);
  store.put(entry("big", "z", link("z".repeat(5000))));
  expect(evicted).toEqual(["old", "x", "y"]);
  expect(store.get("big")).toBeDefined();
});

it("counts links that several conversations share once, through any puts and deletes", () => {
  const step = fc.record({ parent: fc.option(fc.nat(9)), deleted: fc.option(fc.nat(9)), size: fc.nat(50) });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 30 }), (steps) => {
      const { store } = storeOf({});
      const kept = new Map<string, PromptLink>();
      for (const [at, { parent, deleted, size }] of steps.entries()) {
        const tips = [...kept.values()];
        const tip = link("x".repeat(size), parent === null ? null : (tips[parent] ?? null));
        store.put(entry(`r${at}`, undefined, tip));
        kept.set(`r${at}`, tip);
        const gone = deleted === null ? undefined : [...kept.keys()][deleted];
        if (gone !== undefined && store.delete(gone)) kept.delete(gone);
      }
      const links = new Set<PromptLink>();
      for (const tip of kept.values())
        for (let one: PromptLink | null = tip; one; one = one.parent) links.add(one);
      const alone = [...links].map((one) => {
        const single = storeOf({}).store;
        single.put(entry("one", undefined, { ...one, parent: null }));
        return single.bytes;
      });
      expect(store.bytes).toBe(alone.reduce((sum, bytes) => sum + bytes, 0));
    }),
  );
});
