import type { PromptLink } from "@flint/engine";
import { expect, test } from "vitest";
import type { ConformanceOptions } from "./options.ts";
import { continued, conversation, kept, opened, sample, userMessage } from "./sample.ts";

/** Tests that conversations are trees of shared links. */
export function chainTests(options: ConformanceOptions): void {
  test("a chain holds its responses' input and output in order", async () => {
    const store = await opened(options);
    const one = await kept(store, { input: [userMessage("a"), userMessage("b")], answer: "c" });
    const two = await continued(store, one.response.id, { input: [userMessage("d")], answer: "e" });
    const three = await continued(store, two.response.id, { input: [], answer: "f" });
    const end = await store.tip(three.response.id, null);
    expect(end?.response).toEqual(three.response);
    expect(conversation(end?.tip ?? null)).toEqual(["a", "b", "c", "d", "e", "f"]);
  });

  test("a response's tip is the same link object each time, and shared by forks", async () => {
    const store = await opened(options);
    const root = await kept(store);
    const left = await continued(store, root.response.id, { answer: "left" });
    const right = await continued(store, root.response.id, { answer: "right" });
    const tip = (await store.tip(root.response.id, null))?.tip;
    expect(left.input.parent).toBe(tip);
    expect(right.input.parent).toBe(tip);
    expect((await store.tip(left.response.id, null))?.tip).toBe(left.tip);
  });

  test("links are shared even after chains were dropped from memory and read again", async () => {
    const store = await opened(options, { limits: { hotChains: 1 } });
    const root = await kept(store, { answer: "root" });
    const left = await continued(store, root.response.id, { answer: "left" });
    const right = await continued(store, root.response.id, { answer: "right" });
    const tips = await Promise.all([left, right, left].map(({ response }) => store.tip(response.id, null)));
    const [first, second, third] = tips.map((it) => it?.tip);
    expect(first).toBe(third);
    expect(first?.parent?.parent).toBe(second?.parent?.parent);
    expect(conversation(first ?? null)).toEqual(["hello", "root", "hello", "left"]);
  });

  test("output outside the conversation is kept with the response but not in its chain", async () => {
    const store = await opened(options, { limits: { hotChains: 1 } });
    const whole = sample({ answer: "said" });
    await store.keep({ ...whole, tip: whole.input });
    await kept(store);
    const again = await store.tip(whole.response.id, null);
    expect(again?.response.output).toHaveLength(1);
    expect(conversation(again?.tip ?? null)).toEqual(["hello"]);
  });

  test("a response that continues an unstored one keeps the whole conversation", async () => {
    const store = await opened(options, { limits: { hotChains: 1 } });
    const root = await kept(store, { answer: "stored" });
    const unstored = [userMessage("x"), userMessage("y")].reduce<PromptLink | null>(
      (parent, item) => ({ parent, items: [item] }),
      root.tip,
    );
    const end = sample({ parent: unstored, previousId: "resp_unstored", answer: "end" });
    await store.keep(end);
    const beside = sample({ parent: unstored, previousId: "resp_unstored", answer: "beside" });
    await store.keep(beside);
    await kept(store);
    const first = await store.tip(end.response.id, null);
    const second = await store.tip(beside.response.id, null);
    expect(conversation(first?.tip ?? null)).toEqual(["hello", "stored", "x", "y", "hello", "end"]);
    expect(conversation(second?.tip ?? null)).toEqual(["hello", "stored", "x", "y", "hello", "beside"]);
    expect(await store.get("resp_unstored", null)).toBeNull();
  });

  test("deleting a response keeps the conversation of those that continue it", async () => {
    const store = await opened(options, { limits: { hotChains: 1 } });
    const one = await kept(store, { answer: "one" });
    const two = await continued(store, one.response.id, { answer: "two" });
    expect(await store.delete(one.response.id, null)).toBe(true);
    await kept(store);
    const again = await store.tip(two.response.id, null);
    expect(conversation(again?.tip ?? null)).toEqual(["hello", "one", "hello", "two"]);
    expect(await store.tip(one.response.id, null)).toBeNull();
  });

  test("a response keeps its history when that is deleted while it runs", async () => {
    const store = await opened(options, { limits: { hotChains: 1 } });
    const one = await kept(store, { answer: "one" });
    const tip = (await store.tip(one.response.id, null))?.tip ?? null;
    const two = sample({ previousId: one.response.id, parent: tip, answer: "two" });
    const log = store.begin({ id: two.response.id, owner: null, previousId: one.response.id });
    await store.delete(one.response.id, null);
    await store.keep(two);
    log.end();
    await kept(store);
    const again = await store.tip(two.response.id, null);
    expect(conversation(again?.tip ?? null)).toEqual(["hello", "one", "hello", "two"]);
  });
}
