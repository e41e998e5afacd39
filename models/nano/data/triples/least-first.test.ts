import { array, assert, double, property } from "fast-check";
import { expect, it } from "vitest";
import { leastFirst } from "./least-first.ts";

it("leastFirst() yields every index once, in ascending order of keys", () => {
  assert(
    property(array(double({ noNaN: true })), (values) => {
      const keys = Float64Array.from(values, (value) => value + 0);
      const order = [...leastFirst(keys)];
      expect([...order].sort((a, b) => a - b)).toEqual([...keys.keys()]);
      expect(order.map((index) => keys[index])).toEqual([...keys].sort((a, b) => a - b));
    }),
  );
});
