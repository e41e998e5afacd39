import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { binaryFolder, loadAddon, variants } from "./addon.ts";

test.each([
  ["auto", "linux-x64", ["cuda", "vulkan", "cpu"]],
  ["auto", "win32-x64", ["cuda", "vulkan", "cpu"]],
  ["cuda", "linux-x64", ["cuda"]],
  [false, "linux-x64", ["cpu"]],
  ["auto", "darwin-arm64", ["metal"]],
  [false, "darwin-arm64", ["metal"]],
  ["auto", "darwin-x64", ["cpu"]],
] as const)("with gpu %s on %s, the variants to try are %j", (gpu, system, order) => {
  expect(variants(gpu, system)).toEqual(order);
});

test("a variant whose library cannot be loaded is skipped, and the log says why", async () => {
  const broken = await mkdtemp(join(tmpdir(), "flint-variant-"));
  onTestFinished(() => rm(broken, { recursive: true }));
  await writeFile(join(broken, "llama-addon.node"), "not a library");
  const log: string[] = [];

  const loaded = await loadAddon(
    "auto",
    (message) => log.push(message),
    async (variant) => (variant === "cpu" ? binaryFolder("cpu") : variant === "vulkan" ? broken : null),
  );

  expect(loaded?.info.variant).toBe("cpu");
  expect(log[0]).toMatch(/^vulkan is installed and cannot be used: .+\n$/);
});
