import { expect, test } from "vitest";
import { BatchNoise } from "./batch-noise.ts";

test("a batch of unknown numbers is not believed where two tokens are close", () => {
  const noise = new BatchNoise();
  expect(noise.margin(7)).toBeGreaterThan(0);
  expect(noise.margin(0)).toBe(0);
});

test("a batch that gives the very numbers of single tokens is always believed", () => {
  const noise = new BatchNoise();
  noise.learn([
    [15, 0],
    [62, 0.01],
  ]);
  expect([3, 15].map((size) => noise.margin(size))).toEqual([0, 0]);
  expect(noise.margin(40)).toBe(noise.margin(62));
  expect(noise.margin(62)).toBeGreaterThan(0.01);
});

test("a batch larger than all that were measured is believed as the worst of them", () => {
  const noise = new BatchNoise();
  noise.learn([
    [7, 0.5],
    [15, 0.1],
  ]);
  expect(noise.margin(62)).toBe(noise.margin(7));
});
