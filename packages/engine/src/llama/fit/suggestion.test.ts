import { expect, test } from "vitest";
import { suggestModel } from "./suggestion.ts";

const GB = 1e9;

test.each([
  [64, "32B"],
  [16, "14B"],
  [8, "7B"],
  [3, "1.5B"],
  [1.2, "0.5B"],
])("in %i GB, the largest model that fits them is suggested", (memory, name) => {
  expect(suggestModel(memory * GB)).toContain(`hf:Qwen/Qwen2.5-Coder-${name}-Instruct-GGUF:Q4_K_M (`);
});

test("where none fits, none is suggested", () => {
  expect(suggestModel(0.4 * GB)).toBeNull();
});

test("a little more or less memory does not change a suggestion's words", () => {
  expect(suggestModel(16.4 * GB)).toBe(suggestModel(15.3 * GB));
});
