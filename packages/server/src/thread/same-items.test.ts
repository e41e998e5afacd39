import type { PromptItem } from "@flint/engine";
import { expect, test } from "vitest";
import { beginsWith } from "./same-items.ts";

const says = (content: string) => ({ role: "user", content }) as const;

test("items begin with others that say the same, in the same order, and with none", () => {
  const items = [says("one"), says("two"), says("three")];
  expect(beginsWith(items, [])).toBe(true);
  expect(beginsWith(items, [says("one"), says("two")])).toBe(true);
  expect(beginsWith(items, [says("two")])).toBe(false);
  expect(beginsWith(items, [says("one"), says("three")])).toBe(false);
  expect(beginsWith(items, [...items, says("four")])).toBe(false);
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
])("what was sent as a mere text is known again as a message with %s", (_, item) => {
  expect(beginsWith([item, says("two")], [sentAsText])).toBe(true);
  expect(beginsWith([{ ...item, content: "none" } as PromptItem], [sentAsText])).toBe(false);
  expect(beginsWith([{ ...item, role: "developer" } as PromptItem], [sentAsText])).toBe(false);
});

test("an image is no text", () => {
  const shows = (image_url: string): PromptItem => ({
    type: "message",
    role: "user",
    content: [{ type: "input_image", image_url }],
  });
  expect(beginsWith([shows("a")], [shows("a")])).toBe(true);
  expect(beginsWith([shows("a")], [shows("b")])).toBe(false);
});

test("an item is read once, however often it is held against others", () => {
  let readings = 0;
  const item = {
    role: "user",
    get content() {
      readings += 1;
      return "long";
    },
  } as const;
  for (let nth = 0; nth < 3; nth++) expect(beginsWith([says("long")], [item])).toBe(true);
  expect(readings).toBe(1);
});
