import { expect, test } from "vitest";
import { momentOf } from "./moment.ts";

test("only a moment of another day names the day", () => {
  const now = new Date(2026, 0, 4, 12);
  const day = (date: Date) => date.toLocaleDateString([], { day: "numeric", month: "short" });
  expect(momentOf(new Date(2026, 0, 4, 10, 42), now)).not.toContain(day(now));
  const before = momentOf(new Date(2026, 0, 3, 10, 42), now);
  expect(before).toContain("42");
  expect(before).toContain(day(new Date(2026, 0, 3)));
});
