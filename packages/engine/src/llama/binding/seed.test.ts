import fc from "fast-check";
import { expect, test } from "vitest";
import { nativeSeed } from "./seed.ts";

test("a seed within llama.cpp's range is unchanged", () => {
  for (const seed of [0, 7, 2 ** 32 - 2]) expect(nativeSeed(seed)).toBe(seed);
});

test("no seed is mapped to the one that means a random seed", () => {
  expect([nativeSeed(-1), nativeSeed(2 ** 32 - 1), nativeSeed(2 ** 32)]).toEqual([2 ** 32 - 2, 0, 1]);
  fc.assert(
    fc.property(fc.maxSafeInteger(), (seed) => {
      const native = nativeSeed(seed);
      expect(Number.isInteger(native) && native >= 0 && native < 2 ** 32 - 1).toBe(true);
    }),
  );
});
