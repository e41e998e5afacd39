import { expect, test } from "vitest";
import { BatchNoise } from "./batch-noise.ts";

test("an unmeasured batch needs a margin between its two best tokens, and a single token none", () => {
  const noise = new BatchNoise();
  expect(noise.margin(7)).toBeGreaterThan(0);
  expect(noise.margin(0)).toBe(0);
});

test("batches up to a size measured as exact need no margin, and larger ones that of the next size", () => {
  const noise = new BatchNoise();
  noise.learn([
    [15, 0],
    [62, 0.01],
  ]);
  expect([3, 15].map((size) => noise.margin(size))).toEqual([0, 0]);
  expect(noise.margin(40)).toBe(noise.margin(62));
  expect(noise.margin(62)).toBeGreaterThan(0.01);
});

test("a batch larger than all measured sizes needs the largest of their margins", () => {
  const noise = new BatchNoise();
  noise.learn([
    [7, 0.5],
    [15, 0.1],
  ]);
  expect(noise.margin(62)).toBe(noise.margin(7));
});
