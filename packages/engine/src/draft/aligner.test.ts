import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { DraftAligner } from "./aligner.ts";

function follow(draft: readonly number[], answer: readonly number[]): DraftAligner {
  const aligner = new DraftAligner(draft);
  for (const token of answer) aligner.push(token);
  return aligner;
}

const range = (start: number, end: number) =>
  Array.from({ length: end - start }, (_, index) => start + index);
const DRAFT = range(0, 100);
/** Tokens of few kinds, as code has them: runs repeat, and places are ambiguous. */
const tokens = fc.array(fc.integer({ min: 0, max: 5 }), { maxLength: 60 });

describe("an answer that follows its draft", () => {
  test("is proposed the draft's next tokens, from the first token on", () => {
    fc.assert(
      fc.property(tokens, fc.nat(70), fc.nat(20), (draft, taken, length) => {
        const answer = draft.slice(0, taken);
        expect(follow(draft, answer).proposal(length)).toEqual(
          draft.slice(answer.length, answer.length + length),
        );
      }),
    );
  });

  test("is proposed nothing past the draft's end", () => {
    expect(follow(DRAFT, DRAFT).proposal(8)).toEqual([]);
  });
});

describe("an answer that leaves its draft", () => {
  test.each([
    ["put in", [...range(0, 40), 500, 501, ...range(40, 43)]],
    ["left out", [...range(0, 40), ...range(60, 63)]],
    ["replaced", [...range(0, 40), 500, 501, 502, ...range(44, 47)]],
    ["said again", [...range(0, 40), ...range(10, 13)]],
  ])("is found again after three tokens where something was %s", (_, answer) => {
    const last = answer.at(-1) ?? 0;
    expect(follow(DRAFT, answer.slice(0, -1)).aligned).toBe(false);
    expect(follow(DRAFT, answer).proposal(3)).toEqual(range(last + 1, last + 4));
  });

  test("is proposed nothing while it says what the draft does not have", () => {
    expect(follow(DRAFT, [0, 1, 2, 700, 701, 702, 703]).proposal(8)).toEqual([]);
  });

  test("goes on at the place whose text before it agrees for longest", () => {
    const draft = [1, 2, 3, 4, 50, 7, 8, 9, 2, 3, 4, 60];
    expect(follow(draft, [99, 9, 2, 3, 4]).proposal(1)).toEqual([60]);
    expect(follow(draft, [99, 1, 2, 3, 4]).proposal(1)).toEqual([50]);
  });

  test("goes on at the nearest of places that agree alike", () => {
    const line = [1, 2, 3];
    const draft = [...line, 10, ...range(20, 30), ...line, 11, ...range(30, 40), ...line, 12];
    const aligner = follow(draft, [...draft.slice(0, 13), 99, ...line]);
    expect(aligner.proposal(1)).toEqual([11]);
  });
});

test("whatever the answer, a proposal is a stretch of the draft", () => {
  fc.assert(
    fc.property(tokens, tokens, fc.integer({ min: 1, max: 10 }), (draft, answer, length) => {
      const proposal = follow(draft, answer).proposal(length);
      const stretches = draft.map((_, start) => draft.slice(start, start + proposal.length).join());
      if (proposal.length > 0) expect(stretches).toContain(proposal.join());
    }),
  );
});

test("a token costs the same bounded work however long the draft is", () => {
  const reads = (length: number) => {
    let count = 0;
    const draft = new Proxy(new Array<number>(length).fill(7), {
      get(target, property) {
        count += 1;
        return Reflect.get(target, property);
      },
    });
    const aligner = new DraftAligner(draft);
    count = 0;
    // Each 8 is a divergence, and every place of the draft is a candidate after it.
    for (let token = 0; token < 1_000; token++) aligner.push(token % 5 === 0 ? 8 : 7);
    return count;
  };
  expect(reads(20_000)).toBeLessThanOrEqual(reads(2_000) * 1.1);
});
