import { expect, test } from "vitest";
import { newId } from "./index.ts";

test("an id has its prefix and 128 random bits, and is unique", () => {
  const ids = Array.from({ length: 1000 }, () => newId("resp"));
  for (const id of ids) expect(id).toMatch(/^resp_[0-9a-f]{32}$/);
  expect(new Set(ids).size).toBe(ids.length);
});
