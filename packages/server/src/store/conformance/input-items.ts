import type { InputItem } from "@flint/protocol";
import { expect, test } from "vitest";
import type { ItemPageRequest } from "../index.ts";
import type { ConformanceOptions } from "./options.ts";
import { continued, kept, opened, userMessage } from "./sample.ts";

/** Tests the paged listing of a response's own input. */
export function inputItemTests(options: ConformanceOptions): void {
  const letters = ["a", "b", "c", "d", "e"];
  const listed = async (page: ItemPageRequest) => {
    const store = await opened(options);
    const root = await kept(store, { input: [userMessage("history")] });
    const { response } = await continued(store, root.response.id, {
      input: letters.map((letter) => ({ ...userMessage(letter), id: `msg_${letter}` })),
    });
    const found = await store.inputItems(response.id, null, page);
    if (found === null || found === "unknown_item") return found;
    return { ids: found.items.map(({ id }) => id.slice(-1)).join(""), hasMore: found.hasMore };
  };

  test.each<[ItemPageRequest, string, boolean]>([
    [{ limit: 20, order: "asc" }, "abcde", false],
    [{ limit: 20, order: "desc" }, "edcba", false],
    [{ limit: 2, order: "asc" }, "ab", true],
    [{ limit: 2, order: "asc", after: "msg_b" }, "cd", true],
    [{ limit: 2, order: "desc", after: "msg_b" }, "a", false],
    [{ limit: 3, order: "asc", after: "msg_b" }, "cde", false],
    [{ limit: 2, order: "asc", after: "msg_e" }, "", false],
  ])("a page with %o gives %s", async (page, ids, hasMore) => {
    expect(await listed(page)).toEqual({ ids, hasMore });
  });

  test("a page after an unknown item is refused", async () => {
    expect(await listed({ limit: 2, order: "asc", after: "msg_z" })).toBe("unknown_item");
  });

  test("items without an id get a lasting one, and plain text becomes a content part", async () => {
    const store = await opened(options);
    const input: InputItem[] = [
      { role: "user", content: "plain" },
      { type: "function_call_output", call_id: "call_1", output: "done" },
    ];
    const { response } = await kept(store, { input });
    const first = await store.inputItems(response.id, null, { limit: 20, order: "asc" });
    const second = await store.inputItems(response.id, null, { limit: 20, order: "asc" });
    expect(first).toEqual(second);
    expect(first).toMatchObject({
      items: [
        {
          type: "message",
          role: "user",
          content: [{ type: "input_text", text: "plain" }],
          id: expect.stringMatching(/^msg_/),
        },
        { type: "function_call_output", call_id: "call_1", output: "done", id: expect.any(String) },
      ],
    });
  });
}
