import fc from "fast-check";
import { expect, it } from "vitest";
import { StoreError } from "../store/index.ts";
import { groupRateCounters, memoryRateCounters } from "./rate-counters.ts";
import { durationText } from "./rate-headers.ts";

function clocked() {
  let now = 0;
  const counters = memoryRateCounters(() => now);
  return {
    counters,
    pass: (milliseconds: number) => {
      now += milliseconds;
    },
  };
}

it("a bucket allows what it holds, says when the next unit comes, and refills", async () => {
  const { counters, pass } = clocked();
  const bucket = { name: "a", perMinute: 2 };
  expect(await counters.take(bucket, 1)).toEqual({
    isAllowed: true,
    remaining: 1,
    retryAfter: 0,
    reset: 30_000,
  });
  await counters.take(bucket, 1);
  expect(await counters.take(bucket, 1)).toEqual({
    isAllowed: false,
    remaining: 0,
    retryAfter: 30_000,
    reset: 60_000,
  });
  pass(30_000);
  expect((await counters.take(bucket, 1)).isAllowed).toBe(true);
  pass(10 * 60_000);
  expect((await counters.take(bucket, 1)).remaining).toBe(1);
});

it("buckets with different names are independent", async () => {
  const { counters } = clocked();
  await counters.take({ name: "a", perMinute: 1 }, 1);
  expect((await counters.take({ name: "a", perMinute: 1 }, 1)).isAllowed).toBe(false);
  expect((await counters.take({ name: "b", perMinute: 1 }, 1)).isAllowed).toBe(true);
});

it("thousands of buckets stay fast, and used ones are remembered until they are full again", async () => {
  const { counters, pass } = clocked();
  const names = Array.from({ length: 60_000 }, (_, index) => `key${index}`);
  const begun = performance.now();
  for (const name of names) await counters.take({ name, perMinute: 2 }, 2);
  // Were all looked through for each, it would take a minute.
  expect(performance.now() - begun).toBeLessThan(3_000);
  pass(59_000);
  for (const name of names.slice(0, 10)) {
    expect(await counters.take({ name, perMinute: 2 }, 2)).toMatchObject({ isAllowed: false });
  }
  await counters.spend({ name: "debt", perMinute: 2 }, 20);
  pass(60_000);
  for (const name of names) {
    expect(await counters.take({ name, perMinute: 2 }, 2)).toMatchObject({ isAllowed: true });
  }
  expect(await counters.take({ name: "debt", perMinute: 2 }, 1)).toMatchObject({ isAllowed: false });
});

it("spending beyond the rate is a debt that later requests have to wait for", async () => {
  const { counters, pass } = clocked();
  const bucket = { name: "t", perMinute: 600 };
  expect((await counters.take(bucket, 0)).isAllowed).toBe(true);
  await counters.spend(bucket, 1_200);
  const refused = await counters.take(bucket, 0);
  expect(refused).toMatchObject({ isAllowed: false, remaining: 0, retryAfter: 60_100 });
  pass(refused.retryAfter - 1);
  expect((await counters.take(bucket, 0)).isAllowed).toBe(false);
  pass(1.001);
  expect((await counters.take(bucket, 0)).isAllowed).toBe(true);
});

it("whatever the order of requests and waits, a bucket never allows more than its size and rate", async () => {
  const step = fc.record({ wait: fc.integer({ min: 0, max: 5_000 }), cost: fc.integer({ min: 1, max: 3 }) });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 200 }), fc.array(step), async (perMinute, steps) => {
      const { counters, pass } = clocked();
      let [given, passed] = [0, 0];
      for (const { wait, cost } of steps) {
        pass(wait);
        passed += wait;
        const { isAllowed, retryAfter, remaining } = await counters.take({ name: "a", perMinute }, cost);
        if (isAllowed) given += cost;
        else expect(retryAfter).toBeGreaterThan(0);
        expect(remaining).toBeGreaterThanOrEqual(0);
        expect(given).toBeLessThanOrEqual(perMinute + (passed * perMinute) / 60_000 + 1e-6);
      }
    }),
  );
});

it("without the shared store each server counts alone, and warns once per outage", async () => {
  let isGone = true;
  const warnings: unknown[] = [];
  const counters = groupRateCounters(
    {
      takeUnits: async () => {
        if (isGone) throw new StoreError("store_unreachable", "it does not answer");
        return { isTaken: true, left: 7 };
      },
    },
    { warn: (...said: unknown[]) => void warnings.push(said) },
    clocked().counters,
  );
  const bucket = { name: "a", perMinute: 3 };
  expect(await counters.take(bucket, 1)).toMatchObject({ isAllowed: true, remaining: 2 });
  await counters.spend(bucket, 2);
  expect(await counters.take(bucket, 1)).toMatchObject({ isAllowed: false });
  expect(warnings).toHaveLength(1);
  isGone = false;
  expect(await counters.take(bucket, 1)).toMatchObject({ isAllowed: true, remaining: 7 });
  isGone = true;
  await counters.take(bucket, 1);
  expect(warnings).toHaveLength(2);
});

it.each([
  [0, "0s"],
  [0.2, "1ms"],
  [999, "999ms"],
  [1_500, "1.5s"],
  [59_960, "1m0s"],
  [360_000, "6m0s"],
  [119_500, "2m0s"],
])("a duration of %d ms is written as in OpenAI's headers: %s", (milliseconds, text) => {
  expect(durationText(milliseconds)).toBe(text);
});
