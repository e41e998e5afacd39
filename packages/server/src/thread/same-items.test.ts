import { expect, test } from "vitest";
import { beginsWith } from "./same-items.ts";

const says = (content: string) => ({ role: "user", content }) as const;

test("items begin with others that say the same, in the same order, and with none", () => {
  const items = [says("one"), says("two"), says("three")];
  expect(beginsWith(items, [])).toBe(true);
  expect(beginsWith(items, [says("one"), says("two")])).toBe(true);
  expect(beginsWith(items, [says("two")])).toBe(false);
  expect(beginsWith(items, [says("one"), says("three")])).toBe(false);
  expect(beginsWith(items, [...items, says("four")])).toBe(false);
});

test("an item is read once, however often it is held against others", () => {
  let readings = 0;
  const item = Object.assign(says("long"), {
    toJSON() {
      readings += 1;
      return { role: "user", content: "long" };
    },
  });
  for (let nth = 0; nth < 3; nth++) expect(beginsWith([says("long")], [item])).toBe(true);
  expect(readings).toBe(1);
});
