import fc from "fast-check";
import { expect, test } from "vitest";
import { ANY_CHARACTER, CharSet } from "./char-set.ts";

const code = fc.oneof(fc.nat(40), fc.integer({ min: 0xd7f0, max: 0xe010 }), fc.nat(0x10ffff));
const range = fc
  .tuple(code, fc.nat(12))
  .map(([first, more]) => [first, Math.min(first + more, 0x10ffff)] as const);
const ranges = fc.array(range, { maxLength: 12 });
const isHalf = (character: number) => character >= 0xd800 && character <= 0xdfff;

test("sets, intersections, differences and unions hold their ranges' characters, without surrogates", () => {
  fc.assert(
    fc.property(ranges, ranges, fc.array(code, { minLength: 20 }), (one, other, codes) => {
      const [a, b] = [CharSet.of(...one), CharSet.of(...other)];
      const isIn = (of: typeof one, at: number) =>
        !isHalf(at) && of.some(([from, to]) => from <= at && at <= to);
      for (const at of [...codes, ...one.flat(), ...other.flat()]) {
        expect(a.has(at)).toBe(isIn(one, at));
        expect(a.intersect(b).has(at)).toBe(isIn(one, at) && isIn(other, at));
        expect(a.minus(b).has(at)).toBe(isIn(one, at) && !isIn(other, at));
        expect(CharSet.union([a, b]).has(at)).toBe(isIn(one, at) || isIn(other, at));
      }
    }),
  );
});

test("equal sets have equal ranges, however they were made", () => {
  fc.assert(
    fc.property(ranges, ranges, (one, other) => {
      const [a, b] = [CharSet.of(...one), CharSet.of(...other)];
      expect(a.intersect(b).ranges).toEqual(b.intersect(a).ranges);
      expect(a.complement().complement().ranges).toEqual(a.ranges);
      expect(ANY_CHARACTER.minus(CharSet.union([a.complement(), b.complement()])).ranges).toEqual(
        a.intersect(b).ranges,
      );
    }),
  );
});

test("intersects sets of very many ranges", () => {
  const many = (offset: number) =>
    CharSet.of(...Array.from({ length: 50_000 }, (_, at) => at * 20 + offset).filter((at) => !isHalf(at)));
  const [a, b] = [many(0), many(1)];
  expect(a.intersect(b).isEmpty).toBe(true);
  expect(a.intersect(CharSet.union([a, b])).ranges).toEqual(a.ranges);
});
