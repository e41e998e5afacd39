import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { JobQueue } from "./solution.ts";

test("nothing private shows", () => {
  const queue = new JobQueue(2);
  assert.deepEqual(Object.keys(queue), ["limit"]);
  assert.deepEqual(
    Object.getOwnPropertyNames(JobQueue.prototype).sort(),
    ["add", "clear", "constructor", "size"],
  );
});

test("the names are the same", () => {
  const source = readFileSync(new URL("./solution.ts", import.meta.url), "utf8");
  for (const name of ["#waiting", "#running", "#next"]) assert.ok(source.includes(name), name);
  assert.doesNotMatch(source, /\bprivate\b|\b_\w+/);
});

test("jobs run in order, a few at a time", async () => {
  const queue = new JobQueue(2);
  const log: string[] = [];
  const ends: (() => void)[] = [];
  const job = (name: string) => () =>
    new Promise<void>((resolve) => {
      log.push(name);
      ends.push(resolve);
    });
  for (const name of ["a", "b", "c", "d"]) queue.add(job(name));
  assert.deepEqual(log, ["a", "b"]);
  assert.equal(queue.size, 4);
  ends[0]();
  await new Promise((resolve) => setImmediate(resolve));
  assert.deepEqual(log, ["a", "b", "c"]);
  assert.equal(queue.clear(), 1);
  assert.equal(queue.size, 2);
});
