import { expect, test } from "vitest";
import { FairQueue } from "./fair-queue.ts";

test("users are served in turn, and each in the order of what is theirs", () => {
  const queue = new FairQueue<string>();
  for (const item of ["a1", "a2", "a3"]) queue.push("ann", item);
  queue.push(null, "n1");
  queue.push("ben", "b1");
  const next = () => queue.shift();
  expect([next(), next()]).toEqual(["a1", "n1"]);
  queue.push("ben", "b2");
  queue.push(null, "n2");
  expect([next(), next(), next(), next(), next()]).toEqual(["b1", "a2", "n2", "b2", "a3"]);
  expect(next()).toBeUndefined();
});
