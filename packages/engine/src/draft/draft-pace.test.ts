import { describe, expect, test } from "vitest";
import { BatchCosts, DraftPace } from "./draft-pace.ts";

/** Costs as a two-core machine has them with a small model, in milliseconds. */
const MEASURED = new Map([
  [0, 0.8],
  [3, 1.5],
  [7, 2.3],
  [15, 3.9],
  [31, 6.5],
  [63, 10.3],
]);

function costs(measured: ReadonlyMap<number, number> = MEASURED): BatchCosts {
  const known = new BatchCosts();
  // Often enough that the guesses no longer count.
  for (let time = 0; time < 100; time++) {
    for (const [size, milliseconds] of measured) known.measured(size, milliseconds);
  }
  return known;
}

describe("the size of drafts", () => {
  test("grows to the largest while everything is accepted", () => {
    const pace = new DraftPace(costs(), 63);
    for (let step = 0; step < 20; step++) pace.verified(pace.next(), pace.next());
    expect(pace.next()).toBe(63);
  });

  test("never exceeds the limit", () => {
    const pace = new DraftPace(costs(), 10);
    for (let step = 0; step < 20; step++) pace.verified(7, 7);
    expect(pace.next()).toBe(7);
    expect(new DraftPace(costs(), 0).next()).toBe(0);
  });

  test("falls to nothing where nothing is accepted, and recovers when guesses come true", () => {
    const pace = new DraftPace(costs(), 63);
    for (let step = 0; step < 100; step++) pace.verified(7, 0);
    expect(pace.next()).toBe(0);
    for (let step = 0; step < 500; step++) pace.verified(1, 1);
    expect(pace.next()).toBeGreaterThan(0);
  });

  test("is nothing where a batch costs as much as its tokens one by one", () => {
    const dear = new Map([...MEASURED.keys()].map((size) => [size, 1 + size]));
    expect(new DraftPace(costs(dear), 63).next()).toBe(0);
  });
});

test("nothing is drafted before it is known what one token costs", () => {
  expect(new DraftPace(new BatchCosts(), 63).next()).toBe(0);
  expect(new DraftPace(BatchCosts.guessed(), 63).next()).toBeGreaterThan(0);
});

describe("what batches cost", () => {
  test("is guessed from the cost of one token until it is measured", () => {
    const known = new BatchCosts();
    known.measured(0, 2);
    expect(known.of(7)).toBeGreaterThan(2);
    expect(known.of(7)).toBeLessThan(16);
  });

  test("follows faster steps at once and slower ones slowly", () => {
    const known = costs(new Map([[0, 10]]));
    known.measured(0, 5);
    expect(known.of(0)).toBeLessThan(8);
    const before = known.of(0);
    known.measured(0, 1_000);
    expect(known.of(0)).toBeLessThan(before * 1.5);
  });

  test("of a draft between two sizes counts for the larger", () => {
    const known = costs();
    const before = known.of(7);
    for (let time = 0; time < 50; time++) known.measured(5, 1);
    expect(known.of(7)).toBeLessThan(before);
    expect(known.of(3)).toBeCloseTo(1.5);
  });
});
