import { expect, test } from "vitest";
import { suggestModel } from "./suggestion.ts";

const GB = 1e9;

test.each([
  [64, "32B"],
  [16, "14B"],
  [8, "7B"],
  [3, "1.5B"],
  [1.2, "0.5B"],
])("for %s GB, the largest model that fits is suggested", (memory, name) => {
  expect(suggestModel({ memory: memory * GB, cores: 4, hasGpu: true })).toContain(
    `hf:Qwen/Qwen2.5-Coder-${name}-Instruct-GGUF:Q4_K_M (`,
  );
});

test.each([
  [2, "1.5B"],
  [8, "7B"],
  [16, "14B"],
])("without a GPU, a model that %i cores run fast enough is suggested", (cores, name) => {
  expect(suggestModel({ memory: 64 * GB, cores, hasGpu: false })).toContain(`Coder-${name}-`);
});

test("nothing is suggested if no model fits", () => {
  expect(suggestModel({ memory: 0.4 * GB, cores: 4, hasGpu: true })).toBeNull();
});

test("a little more or less memory does not change the suggestion", () => {
  const suggested = (memory: number) => suggestModel({ memory: memory * GB, cores: 4, hasGpu: true });
  expect(suggested(16.4)).toBe(suggested(15.3));
});
