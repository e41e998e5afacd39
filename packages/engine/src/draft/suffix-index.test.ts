import * as fc from "fast-check";
import { expect, test } from "vitest";
import { SuffixIndex } from "./suffix-index.ts";

const tokens = fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 40 });

function indexOf(...texts: readonly (readonly number[])[]): SuffixIndex {
  const index = new SuffixIndex(3);
  for (const text of texts) {
    index.break();
    index.appendAll(text);
  }
  return index;
}

test("the index finds exactly the places where a text's end occurs, in ascending order", () => {
  fc.assert(
    fc.property(tokens, tokens, (text, tail) => {
      const index = indexOf(text);
      const end = Uint32Array.from(tail);
      const agreeing = index
        .ends(end, end.length)
        .filter((place) => index.agreement(place, end, end.length, 3) === 3);
      const expected = text
        .map((_, at) => at + 1)
        .filter((place) => place >= 3 && tail.length >= 3)
        .filter((place) => text.slice(place - 3, place).join() === tail.slice(-3).join());
      expect(agreeing).toEqual(expected);
    }),
  );
});

test("the index finds no run that spans two texts", () => {
  const end = Uint32Array.of(2, 3, 4);
  expect(indexOf([1, 2, 3], [4, 5, 6]).ends(end, 3)).toEqual([]);
  expect(indexOf([1, 2, 3, 4, 5, 6]).ends(end, 3)).toEqual([4]);
});

test("the index finds every place of a run that occurs thousands of times", () => {
  const index = new SuffixIndex(3);
  for (let count = 0; count < 10_000; count++) index.append(7);
  const end = Uint32Array.of(7, 7, 7);
  expect(index.ends(end, 3)).toHaveLength(9_998);
  // They are handed out as they are kept: neither compared nor copied.
  expect(index.ends(end, 3)).toBe(index.ends(end, 3));
  expect(index.agreement(10_000, end, 3, 16)).toBe(3);
});
