import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { BatchCosts } from "./batch-costs.ts";
import { DraftBudget } from "./draft-budget.ts";
import { DraftPace, type DraftTerms } from "./draft-pace.ts";

const MEASURED: readonly (readonly [number, number])[] = [
  [0, 0.8],
  [3, 1.5],
  [7, 2.3],
  [15, 3.9],
  [31, 6.5],
  [62, 10.3],
];

function terms(changes: Partial<DraftTerms> = {}, table = MEASURED): DraftTerms {
  const costs = BatchCosts.from(table);
  const cost = (drafted: number) => costs.of(drafted);
  return { known: costs.known, cost, beside: 0, doubtful: () => false, max: 62, exact: false, ...changes };
}

const paceOf = (given: DraftTerms) => new DraftPace(given, new DraftBudget());

const SURE = 100;
const PLENTY = 1_000;

describe("the size of drafts", () => {
  test("grows to the largest while everything is accepted", () => {
    const pace = paceOf(terms());
    for (let step = 0; step < 20; step++) {
      const size = pace.next(SURE, PLENTY);
      pace.recordDraft(SURE, size, size, false);
    }
    expect(pace.next(SURE, PLENTY)).toBe(62);
  });

  test("never exceeds the limit or the available tokens", () => {
    const limited = paceOf(terms({ max: 9 }));
    for (let step = 0; step < 20; step++) limited.recordDraft(SURE, 9, 9, false);
    expect(limited.next(SURE, PLENTY)).toBeLessThanOrEqual(9);
    expect(limited.next(SURE, PLENTY)).toBeGreaterThan(0);
    expect(limited.next(SURE, 5)).toBeLessThanOrEqual(5);
    expect(paceOf(terms({ max: 0 })).next(SURE, PLENTY)).toBe(0);
  });

  test("is zero without a place to draft from", () => {
    expect(paceOf(terms()).next(0, PLENTY)).toBe(0);
  });

  test("falls to zero while nothing is accepted, and recovers once guesses come true", () => {
    const pace = paceOf(terms());
    for (let step = 0; step < 100; step++) pace.recordDraft(SURE, pace.next(SURE, PLENTY), 0, false);
    const sizes = Array.from({ length: 200 }, () => {
      const size = pace.next(SURE, PLENTY);
      pace.recordUndrafted(SURE, true);
      return size;
    });
    expect(sizes[0]).toBe(0);
    expect(sizes.at(-1)).toBeGreaterThan(0);
  });

  test("starts small: the first draft has at most 15 tokens", () => {
    const size = paceOf(terms()).next(SURE, PLENTY);
    expect(size).toBeGreaterThan(0);
    expect(size).toBeLessThanOrEqual(15);
  });

  test("costs at most a twentieth of the time if every draft is wrong, whatever the source and its certainty", () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.constantFrom(0, 1, 2, 5, SURE), fc.nat(1)), { minLength: 70, maxLength: 800 }),
        (places) => {
          const { cost } = terms();
          const purse = new DraftBudget();
          const paces = [new DraftPace(terms(), purse), new DraftPace(terms(), purse)] as const;
          let spent = 0;
          for (const [agreement, source] of places) {
            const pace = source === 0 ? paces[0] : paces[1];
            const size = pace.next(agreement, PLENTY);
            spent += cost(size);
            if (size > 0) pace.recordDraft(agreement, size, 0, false);
            // The worst case: what was not drafted would have held, so that drafts look worth while again.
            else if (agreement > 0) pace.recordUndrafted(agreement, true);
          }
          expect(spent).toBeLessThanOrEqual(1.05 * places.length * cost(0));
        },
      ),
    );
  });

  test("depends on how certain the place is", () => {
    const pace = paceOf(terms());
    for (let step = 0; step < 50; step++) {
      pace.recordDraft(1, 7, 0, false);
      pace.recordDraft(SURE, 31, 31, false);
    }
    expect(pace.next(1, PLENTY)).toBe(0);
    expect(pace.next(SURE, PLENTY)).toBe(62);
  });

  test("is zero if a batch costs as much as its tokens one by one", () => {
    const dear = MEASURED.map(([size]) => [size, 1 + size] as const);
    expect(paceOf(terms({}, dear)).next(SURE, PLENTY)).toBe(0);
  });

  test("is zero if the expected gain is too small to rely on with a busy machine", () => {
    const sizeWhereItPromises = (times: number) => {
      const promised = 1 + 12 / 13;
      const table = [[0, 1] as const, [3, promised / times] as const];
      return paceOf(terms({}, table)).next(SURE, 1);
    };
    expect(sizeWhereItPromises(1.05)).toBe(0);
    expect(sizeWhereItPromises(1.2)).toBe(1);
  });

  test("is zero until the cost of one token is known", () => {
    expect(paceOf(terms({}, [])).next(SURE, PLENTY)).toBe(0);
  });

  test("is smaller if other answers share the step", () => {
    const costs = BatchCosts.from(MEASURED);
    const crowded = { beside: 7, cost: (drafted: number) => costs.of(7 + drafted) };
    const alone = paceOf(terms());
    const among = paceOf(terms(crowded));
    for (const pace of [alone, among])
      for (let step = 0; step < 10; step++) pace.recordDraft(SURE, 7, 3, false);
    expect(among.next(SURE, PLENTY)).toBeLessThan(alone.next(SURE, PLENTY));
  });
});

describe("batches that leave tokens undecided", () => {
  const doubtful = (drafted: number) => drafted > 31;

  test("are not used if drafts must be exact", () => {
    const sizeWhere = (exact: boolean) => {
      const pace = paceOf(terms({ doubtful: (drafted) => drafted > 7, exact }));
      for (let step = 0; step < 20; step++) pace.recordDraft(SURE, 7, 7, false);
      return pace.next(SURE, PLENTY);
    };
    expect(sizeWhere(true)).toBe(7);
    expect(sizeWhere(false)).toBeGreaterThan(7);
  });

  test("do not count against a draft whose first token they leave undecided", () => {
    const sizeAfter = (undecided: boolean) => {
      const pace = paceOf(terms({ doubtful }));
      for (let step = 0; step < 20; step++) pace.recordDraft(SURE, 62, 62, false);
      for (let step = 0; step < 50; step++) pace.recordDraft(SURE, 62, 0, undecided);
      return pace.next(SURE, 31);
    };
    expect(sizeAfter(true)).toBe(31);
    expect(sizeAfter(false)).toBeLessThan(31);
  });

  test("are avoided once they leave too many undecided, without counting against the draft", () => {
    const pace = paceOf(terms({ doubtful }));
    for (let step = 0; step < 20; step++) pace.recordDraft(SURE, 62, 62, false);
    expect(pace.next(SURE, PLENTY)).toBe(62);
    for (let step = 0; step < 20; step++) pace.recordDraft(SURE, 62, 3, true);
    expect(pace.next(SURE, PLENTY)).toBe(31);
  });
});
