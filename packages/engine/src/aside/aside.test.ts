import { expect, test } from "vitest";
import { Aside, Unfinished } from "./index.ts";

const SMALL = { definitions: {} };
const FOUND = { refused: null, findings: [] };
const later = () => {
  throw new Unfinished();
};

test("what is done at once needs no thread, and what goes wrong there is the caller's", () => {
  const aside = new Aside("definitions");
  expect(aside.run(() => 1, SMALL)).toBe(1);
  const wrong = () => {
    throw new RangeError("it is wrong");
  };
  expect(() => aside.run(wrong, SMALL)).toThrow("it is wrong");
});

test("once something has taken longer, others are given less of the caller's time", () => {
  const aside = new Aside("definitions");
  const until = () => aside.run((until) => until, SMALL) as number;
  const before = performance.now();
  const first = until();
  expect(first - before).toBeGreaterThanOrEqual(20);
  void aside.run(later, SMALL);
  const second = until();
  expect(second - performance.now()).toBeLessThan(4);
});

test("more than may wait are refused, and all others are done", async () => {
  const aside = new Aside("definitions");
  const ends = await Promise.allSettled(Array.from({ length: 70 }, () => aside.run(later, SMALL)));
  const refused = ends.flatMap((end) => (end.status === "rejected" ? [end.reason.code] : []));
  expect(refused).toEqual(Array(5).fill("aside_busy"));
  for (const end of ends) if (end.status === "fulfilled") expect(end.value).toEqual(FOUND);
});

test("a job that fails is told so, and the next one is done", async () => {
  const aside = new Aside<unknown, unknown>("definitions");
  await expect(aside.run(later, null)).rejects.toMatchObject({ name: "AsideError", code: "aside_failed" });
  expect(await aside.run(later, SMALL)).toEqual(FOUND);
});
