import { expect, test } from "vitest";
import type { ConformanceOptions } from "./options.ts";
import { continued, kept, opened } from "./sample.ts";

/** Tests that output items are found by id while their response is stored. */
export function itemTests(options: ConformanceOptions): void {
  test("output items of several responses are found together, and unknown ids are left out", async () => {
    const store = await opened(options);
    const first = await kept(store, { answer: "one" });
    const second = await continued(store, first.response.id, { answer: "two" });
    const [one, two] = [first, second].map(({ response }) => response.output[0]);
    const found = await store.items([one?.id ?? "", "msg_unknown", two?.id ?? "", two?.id ?? ""], null);
    expect([...found]).toEqual([
      [one?.id, one],
      [two?.id, two],
    ]);
    expect((await store.items([], null)).size).toBe(0);
  });

  test("an item of another user's response is not found", async () => {
    const store = await opened(options);
    const { response } = await kept(store, { owner: "ada" });
    const ids = response.output.map(({ id }) => id);
    expect((await store.items(ids, "eve")).size).toBe(0);
    expect((await store.items(ids, null)).size).toBe(0);
    expect((await store.items(ids, "ada")).size).toBe(1);
  });

  test("an item is deleted with its response, even if others continue it", async () => {
    const store = await opened(options);
    const { response } = await kept(store);
    const next = await continued(store, response.id);
    await store.delete(response.id, null);
    expect((await store.items([response.output[0]?.id ?? ""], null)).size).toBe(0);
    expect((await store.items([next.response.output[0]?.id ?? ""], null)).size).toBe(1);
  });

  test("an item is evicted with its response", async () => {
    const store = await opened(options, { limits: { responses: 1 } });
    const { response } = await kept(store);
    await kept(store);
    expect((await store.items([response.output[0]?.id ?? ""], null)).size).toBe(0);
  });

  test("each store has its own secret of 32 bytes", async () => {
    const [one, two] = [await opened(options), await opened(options)];
    expect(one.secret).toHaveLength(32);
    expect(one.secret).not.toEqual(two.secret);
  });
}
