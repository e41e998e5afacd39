import fc from "fast-check";
import { expect, test } from "vitest";
import { BackOff } from "./back-off.ts";

const LIMITS = { delay: 250, maxDelay: 30_000, patience: 2_000 };

test("the first death costs no wait, and each further one twice the wait before", () => {
  const backOff = new BackOff(LIMITS);
  const waits = Array.from({ length: 10 }, () => {
    backOff.died(0);
    return backOff.wait(0);
  });
  expect(waits).toEqual([0, 250, 500, 1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000]);
});

test("requests are refused only while the wait is longer than they should sit out", () => {
  const backOff = new BackOff(LIMITS);
  for (let death = 0; death < 6; death++) backOff.died(0);
  expect(backOff.isResting(1_999)).toBe(true);
  expect(backOff.isResting(2_000)).toBe(false);
});

test("a success forgets earlier deaths", () => {
  const backOff = new BackOff(LIMITS);
  for (let death = 0; death < 6; death++) backOff.died(0);
  backOff.succeeded();
  backOff.died(0);
  expect(backOff.wait(0)).toBe(0);
});

test("a wait is never negative, never over the longest, and shrinks with time", () => {
  fc.assert(
    fc.property(fc.nat(2_000), fc.nat(1_000_000), fc.nat(1_000_000), (deaths, died, later) => {
      const backOff = new BackOff(LIMITS);
      for (let death = 0; death < deaths; death++) backOff.died(died);
      const [before, after] = [backOff.wait(died), backOff.wait(died + later)];
      expect(before).toBeLessThanOrEqual(LIMITS.maxDelay);
      expect(after).toBe(Math.max(0, before - later));
    }),
  );
});
