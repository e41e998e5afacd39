import type { PromptItem } from "@flint/engine";
import { expect, test } from "vitest";
import { startsWithItems } from "./same-items.ts";

const says = (content: string) => ({ role: "user", content }) as const;

test("items begin with an equal prefix in the same order, and with an empty one", () => {
  const items = [says("one"), says("two"), says("three")];
  expect(startsWithItems(items, [])).toBe(true);
  expect(startsWithItems(items, [says("one"), says("two")])).toBe(true);
  expect(startsWithItems(items, [says("two")])).toBe(false);
  expect(startsWithItems(items, [says("one"), says("three")])).toBe(false);
  expect(startsWithItems(items, [...items, says("four")])).toBe(false);
});

const sentAsText = {
  type: "message",
  role: "user",
  content: [{ type: "input_text", text: "one" }],
} as const satisfies PromptItem;

test.each<[string, PromptItem]>([
  ["a text for its content", { type: "message", role: "user", content: "one" }],
  ["no type", { role: "user", content: "one" }],
  ["its fields in another order", { content: "one", role: "user", type: "message" }],
  ["an id and a status", { ...sentAsText, id: "msg_1", status: "completed", phase: null }],
])("a message sent as plain text equals one with %s", (_, item) => {
  expect(startsWithItems([item, says("two")], [sentAsText])).toBe(true);
  expect(startsWithItems([{ ...item, content: "none" } as PromptItem], [sentAsText])).toBe(false);
  expect(startsWithItems([{ ...item, role: "developer" } as PromptItem], [sentAsText])).toBe(false);
});

test("messages with images are compared by their URL", () => {
  const shows = (image_url: string): PromptItem => ({
    type: "message",
    role: "user",
    content: [{ type: "input_image", image_url }],
  });
  expect(startsWithItems([shows("a")], [shows("a")])).toBe(true);
  expect(startsWithItems([shows("a")], [shows("b")])).toBe(false);
});

test("an item's content is read once, however often it is compared", () => {
  let readings = 0;
  const item = {
    role: "user",
    get content() {
      readings += 1;
      return "long";
    },
  } as const;
  for (let nth = 0; nth < 3; nth++) expect(startsWithItems([says("long")], [item])).toBe(true);
  expect(readings).toBe(1);
});
