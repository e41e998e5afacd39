import { expect, it } from "vitest";
import { quantile, spread } from "./spread.ts";

it("gives the median, the quartiles and the range of values in any order", () => {
  expect(spread([5, 1, 3, 2, 4])).toEqual({
    median: 3,
    lower_quartile: 2,
    upper_quartile: 4,
    min: 1,
    max: 5,
  });
});

it("interpolates a quantile linearly between two values", () => {
  expect(spread([1, 2])).toEqual({ median: 1.5, lower_quartile: 1.25, upper_quartile: 1.75, min: 1, max: 2 });
});

it("refuses an empty list", () => {
  expect(() => spread([])).toThrow(RangeError);
});

it.each([Number.NaN, Number.POSITIVE_INFINITY])("refuses a list that contains %d", (value) => {
  expect(() => spread([1, value, 3])).toThrow(RangeError);
  expect(() => quantile([1, value, 3], 0.5)).toThrow(RangeError);
});
