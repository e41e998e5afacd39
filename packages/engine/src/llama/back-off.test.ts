import fc from "fast-check";
import { expect, test } from "vitest";
import { BackOff } from "./back-off.ts";

const LIMITS = { delay: 250, maxDelay: 30_000, patience: 2_000 };

test("a restart is not delayed after the first crash, and then twice as long each time up to the limit", () => {
  const backOff = new BackOff(LIMITS);
  const waits = Array.from({ length: 10 }, () => {
    backOff.recordDeath(0);
    return backOff.wait(0);
  });
  expect(waits).toEqual([0, 250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
});

test("requests are rejected only while the delay exceeds the patience", () => {
  const backOff = new BackOff(LIMITS);
  for (let death = 0; death < 6; death++) backOff.recordDeath(0);
  expect(backOff.isResting(1_999)).toBe(true);
  expect(backOff.isResting(2_000)).toBe(false);
});

test("a success resets the count of crashes", () => {
  const backOff = new BackOff(LIMITS);
  for (let death = 0; death < 6; death++) backOff.recordDeath(0);
  backOff.reset();
  backOff.recordDeath(0);
  expect(backOff.wait(0)).toBe(0);
});

test("the delay is never negative or above the limit, and shrinks with time", () => {
  fc.assert(
    fc.property(fc.nat(2_000), fc.nat(1_000_000), fc.nat(1_000_000), (deaths, died, later) => {
      const backOff = new BackOff(LIMITS);
      for (let death = 0; death < deaths; death++) backOff.recordDeath(died);
      const [before, after] = [backOff.wait(died), backOff.wait(died + later)];
      expect(before).toBeLessThanOrEqual(LIMITS.maxDelay);
      expect(after).toBe(Math.max(0, before - later));
    }),
  );
});
