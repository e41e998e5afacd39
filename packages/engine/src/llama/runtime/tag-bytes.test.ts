import { expect, test } from "vitest";
import { tagBytes } from "./tag-bytes.ts";

test("a tag that is a single token has its text as bytes, and one of several tokens has none", () => {
  const vocabulary = new Map([
    ["<think>", [7]],
    ["[ARGS]", [1, 2, 3]],
  ]);
  const bytes = tagBytes(["<think>", "[ARGS]", "<none>"], (tag) => vocabulary.get(tag) ?? []);
  expect([...bytes].map(([token, text]) => [token, new TextDecoder().decode(text)])).toEqual([
    [7, "<think>"],
  ]);
});
