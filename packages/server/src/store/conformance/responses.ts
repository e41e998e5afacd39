import { expect, test } from "vitest";
import type { ConformanceOptions } from "./options.ts";
import { kept, opened, sample } from "./sample.ts";

/** Tests that stored responses can be read back, by their owner only. */
export function responseTests(options: ConformanceOptions): void {
  test("a response is read back as it was kept", async () => {
    const store = await opened(options);
    const { response } = await kept(store, { answer: 'π "quoted"\n\u0000 😀' });
    expect(await store.get(response.id, null)).toEqual(response);
  });

  test("an unknown response is found nowhere", async () => {
    const store = await opened(options);
    expect(await store.get("resp_unknown", null)).toBeNull();
    expect(await store.tip("resp_unknown", null)).toBeNull();
    expect(await store.log("resp_unknown", null)).toBeNull();
    expect(await store.delete("resp_unknown", null)).toBe(false);
    expect(await store.inputItems("resp_unknown", null, { limit: 20, order: "asc" })).toBeNull();
  });

  test("a failed response can be read but not continued", async () => {
    const store = await opened(options);
    const { response } = await kept(store, { status: "failed" });
    expect(await store.get(response.id, null)).toEqual(response);
    expect(await store.tip(response.id, null)).toEqual({ response, tip: null });
  });

  test("a response does not exist for another user", async () => {
    const store = await opened(options);
    const { response } = await kept(store, { owner: "ada" });
    for (const owner of ["eve", null]) {
      expect(await store.get(response.id, owner)).toBeNull();
      expect(await store.tip(response.id, owner)).toBeNull();
      expect(await store.log(response.id, owner)).toBeNull();
      expect(await store.inputItems(response.id, owner, { limit: 20, order: "asc" })).toBeNull();
      expect(await store.delete(response.id, owner)).toBe(false);
    }
    expect(await store.get(response.id, "ada")).toEqual(response);
  });

  test("a response can be deleted once, and is gone", async () => {
    const store = await opened(options);
    const { response } = await kept(store);
    expect(await store.delete(response.id, null)).toBe(true);
    expect(await store.get(response.id, null)).toBeNull();
    expect(await store.tip(response.id, null)).toBeNull();
    expect(await store.delete(response.id, null)).toBe(false);
  });

  test("keeping responses while another is read disturbs neither", async () => {
    const store = await opened(options);
    const first = await kept(store);
    const many = Array.from({ length: 50 }, () => sample());
    const [read] = await Promise.all([
      store.get(first.response.id, null),
      ...many.map((ended) => store.keep(ended)),
    ]);
    expect(read).toEqual(first.response);
    for (const { response } of many) expect(await store.get(response.id, null)).toEqual(response);
  });

  test("a closed store fails calls with store_closed", async () => {
    const store = await options.open({});
    await store.close();
    await store.close();
    await expect(store.get("resp_1", null)).rejects.toMatchObject({ code: "store_closed" });
    await expect(store.keep(sample())).rejects.toMatchObject({ code: "store_closed" });
  });
}
