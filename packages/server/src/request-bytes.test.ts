import { expect, test } from "vitest";
import { RequestBytes } from "./request-bytes.ts";

const bytes = (most: number, within: RequestBytes | null = null) =>
  new RequestBytes({ limit: () => most, where: "here", within });

test("bytes held in a part count for the whole, and a refused request counts nowhere", () => {
  const all = bytes(10);
  const [one, other] = [bytes(8, all), bytes(8, all)];
  expect(() => one.hold(9)).toThrow(/here that wait or run/);
  one.hold(8);
  expect(() => other.hold(3)).toThrow(/here that wait or run/);
  other.hold(2);
  expect([all.total, one.total, other.total]).toEqual([10, 8, 2]);
});

test("a request that has grown releases all of its bytes, once", () => {
  const all = bytes(10);
  const weight = all.hold(0);
  weight.grow(4);
  weight.grow(4);
  expect(() => weight.grow(4)).toThrow(/here that wait or run/);
  expect(all.total).toBe(8);
  weight.release();
  weight.release();
  expect(all.total).toBe(0);
});
