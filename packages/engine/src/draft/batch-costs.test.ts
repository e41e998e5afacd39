import { describe, expect, test } from "vitest";
import { BatchCosts } from "./batch-costs.ts";

/** Costs as a two-core machine has them with a small model, in milliseconds. */
const MEASURED = [
  [0, 0.8],
  [3, 1.5],
  [7, 2.3],
  [15, 3.9],
  [31, 6.5],
  [62, 10.3],
] as const;

describe("the cost of batches", () => {
  test("is known once a single token has been measured", () => {
    expect(new BatchCosts().known).toBe(false);
    expect(BatchCosts.from(MEASURED).known).toBe(true);
  });

  test("is guessed from the cost of one token until it is measured", () => {
    const known = BatchCosts.from([[0, 2]]);
    expect(known.of(7)).toBeGreaterThan(2);
    expect(known.of(7)).toBeLessThan(16);
  });

  test("follows faster steps at once and slower ones slowly", () => {
    const known = BatchCosts.from([[0, 10]]);
    known.record(0, 5);
    expect(known.of(0)).toBeLessThan(8);
    const before = known.of(0);
    known.record(0, 1_000);
    expect(known.of(0)).toBeLessThan(before * 1.5);
  });

  test("scales with the number of tokens between sizes and beyond the last one", () => {
    const known = BatchCosts.from(MEASURED);
    expect(known.of(11)).toBeCloseTo((2.3 * 12) / 8);
    expect(known.of(47)).toBeCloseTo((6.5 * 48) / 32);
    expect(known.of(125)).toBeCloseTo(10.3 * 2);
  });

  test("is unchanged after saving and loading its table", () => {
    const known = BatchCosts.from(MEASURED);
    expect(BatchCosts.from(known.table).table).toEqual(MEASURED);
  });
});
