import { expect, test } from "vitest";
import type { EndedResponse, ResponseStore } from "../index.ts";
import type { ConformanceOptions } from "./options.ts";
import { continued, conversation, kept, opened, sample } from "./sample.ts";

/** Tests the limits: the least recently used responses are evicted first. */
export function limitTests(options: ConformanceOptions): void {
  const still = async (store: ResponseStore, responses: readonly EndedResponse[]) =>
    Promise.all(responses.map(async ({ response }) => (await store.get(response.id, null)) !== null));

  test("over the limit of responses the least recently used chain is evicted", async () => {
    const store = await opened(options, { limits: { responses: 3 } });
    const a = await kept(store);
    const b = await kept(store);
    const a2 = await continued(store, a.response.id);
    const c = await kept(store);
    expect(await still(store, [b])).toEqual([false]);
    expect(await still(store, [a, a2, c])).toEqual([true, true, true]);
  });

  test("reading a response counts as use", async () => {
    const store = await opened(options, { limits: { responses: 2 } });
    const a = await kept(store);
    const b = await kept(store);
    await store.get(a.response.id, null);
    const c = await kept(store);
    expect(await still(store, [a, b, c])).toEqual([true, false, true]);
  });

  test("the parent of a running response is not evicted", async () => {
    const store = await opened(options, { limits: { responses: 1, hotChains: 1 } });
    const root = await kept(store, { answer: "root" });
    const tip = (await store.tip(root.response.id, null))?.tip ?? null;
    const running = sample({ previousId: root.response.id, parent: tip, answer: "end" });
    const log = store.begin({ id: running.response.id, owner: null, previousId: root.response.id });
    await kept(store);
    await kept(store);
    expect(await still(store, [root])).toEqual([true]);
    await store.keep(running);
    log.end();
    await kept(store);
    expect(await still(store, [root, running])).toEqual([false, false]);
  });

  test("a chain over the limit of responses loses its oldest ones and its conversation stays whole", async () => {
    const store = await opened(options, { limits: { responses: 2, hotChains: 1 } });
    let last = await kept(store, { answer: "0" });
    const all = [last];
    for (let turn = 1; turn < 5; turn++) {
      last = await continued(store, last.response.id, { input: [], answer: String(turn) });
      all.push(last);
    }
    expect(await still(store, all)).toEqual([false, false, false, true, true]);
    await store.tip(all[3]?.response.id ?? "", null);
    const again = await store.tip(last.response.id, null);
    expect(conversation(again?.tip ?? null)).toEqual(["hello", "0", "1", "2", "3", "4"]);
  });

  test("over the limit of bytes the least recently used chain is evicted", async () => {
    const answer = "x".repeat(10_000);
    const store = await opened(options, { limits: { bytes: 35_000 } });
    const a = await kept(store, { answer });
    const b = await kept(store, { answer });
    const a2 = await continued(store, a.response.id, { answer });
    const c = await kept(store, { answer });
    expect(await still(store, [a, b, a2, c])).toEqual([true, false, true, true]);
  });

  test("a response that is too old is gone with its events", async () => {
    let now = 1_000_000;
    const store = await opened(options, { limits: { age: 1000 }, now: () => now });
    const old = sample();
    const log = store.begin({ id: old.response.id, owner: null, previousId: null });
    await store.keep(old);
    log.end();
    now += 900;
    const young = await kept(store);
    now += 200;
    expect(await still(store, [old, young])).toEqual([false, true]);
    await kept(store);
    expect(await store.log(old.response.id, null)).toBeNull();
    expect(await store.delete(old.response.id, null)).toBe(false);
  });
}
