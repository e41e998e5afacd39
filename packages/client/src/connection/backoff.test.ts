import fc from "fast-check";
import { expect, test } from "vitest";
import { backoffDelay } from "./backoff.ts";

test("the delay doubles from the first bound up to the second", () => {
  const delays = [1, 2, 3, 4, 5, 6, 100].map((attempt) => backoffDelay(attempt, [100, 1_000], () => 1));
  expect(delays).toEqual([100, 200, 400, 800, 1_000, 1_000, 1_000]);
});

test("the delay is drawn from the upper half of its range", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 1_000 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (attempt, random) => {
        const full = backoffDelay(attempt, [100, 5_000], () => 1);
        const delay = backoffDelay(attempt, [100, 5_000], () => random);
        expect(delay).toBeGreaterThanOrEqual(full / 2);
        expect(delay).toBeLessThanOrEqual(full);
      },
    ),
  );
});
