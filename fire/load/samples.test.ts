import { expect, test } from "vitest";
import { courseOf } from "./samples.ts";

test("a course has the means of its first and last third and the slope per hour", () => {
  const samples = Array.from({ length: 9 }, (_, at) => ({ at, value: 10 + 2 * at }));
  expect(courseOf(samples)).toEqual({ first: 12, last: 24, slope: 7_200 });
});

test("constant values have no slope", () => {
  expect(courseOf([1, 2, 3].map((at) => ({ at, value: 5 })))).toEqual({ first: 5, last: 5, slope: 0 });
});

test("too few samples are refused", () => {
  const samples = [1, 2, 3].map((at) => ({ at, value: at }));
  for (const count of [0, 1, 2]) expect(() => courseOf(samples.slice(0, count))).toThrow(RangeError);
  expect(courseOf(samples)).toMatchObject({ first: 1, last: 3 });
});
