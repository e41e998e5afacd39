import { totalmem } from "node:os";
import { expect, test } from "vitest";
import { availableMemory } from "./available-memory.ts";

test("what macOS fills with caches counts as free", () => {
  expect(availableMemory("darwin")).toBeGreaterThanOrEqual(0.75 * totalmem());
});

test("no more is free than there is", () => {
  expect(availableMemory("win32")).toBeLessThanOrEqual(totalmem());
});
