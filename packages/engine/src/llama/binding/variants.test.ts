import { expect, test } from "vitest";
import { variants } from "./addon.ts";

test.each([
  ["auto", "linux-x64", ["cuda", "vulkan", "cpu"]],
  ["auto", "win32-x64", ["cuda", "vulkan", "cpu"]],
  ["cuda", "linux-x64", ["cuda"]],
  [false, "linux-x64", ["cpu"]],
  ["auto", "darwin-arm64", ["metal"]],
  [false, "darwin-arm64", ["metal"]],
  ["auto", "darwin-x64", ["cpu"]],
] as const)("with gpu %s on %s the variants are tried in order", (gpu, system, order) => {
  expect(variants(gpu, system)).toEqual(order);
});
