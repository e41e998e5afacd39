import { expect, test } from "vitest";
import { Catalog } from "./catalog.ts";

test("a response dated ahead by a wrong clock does not keep later ones from expiring", () => {
  const catalog = new Catalog({ responses: 10, bytes: 1_000, age: 100 });
  const add = (id: string, createdAt: number) =>
    catalog.add({ id, owner: null, parentId: null, bytes: 1, createdAt, listed: true });
  add("ahead", 500);
  add("first", 0);
  add("second", 50);
  expect(catalog.evict(100, null).dropped).toEqual([]);
  expect(catalog.evict(120, null).dropped).toEqual(["first"]);
  expect(catalog.evict(200, null).dropped).toEqual(["second"]);
  expect(catalog.evict(601, null).dropped).toEqual(["ahead"]);
});
