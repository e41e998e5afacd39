import fc from "fast-check";
import { expect, test } from "vitest";
import { GrowingText } from "./growing-text.ts";

test("the value is all text added so far, whenever it is read", () => {
  const step = fc.oneof({ arbitrary: fc.string(), weight: 20 }, { arbitrary: fc.constant(null), weight: 1 });
  fc.assert(
    fc.property(fc.array(step, { maxLength: 300 }), (steps) => {
      const text = new GrowingText();
      let expected = "";
      for (const one of steps) {
        if (one === null) expect(text.value).toBe(expected);
        else {
          text.add(one);
          expected += one;
        }
      }
      expect(text.value).toBe(expected);
    }),
  );
});
