import assert from "node:assert/strict";
import { test } from "node:test";
import { Counter, Mutex } from "./solution.ts";

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

test("one task at a time, in order", async () => {
  const mutex = new Mutex();
  const log: string[] = [];
  const task = (name: string) => async () => {
    log.push(`${name} begins`);
    await turn();
    log.push(`${name} ends`);
    return name;
  };
  assert.deepEqual(await Promise.all(["a", "b", "c"].map((name) => mutex.run(task(name)))), ["a", "b", "c"]);
  assert.deepEqual(log, ["a begins", "a ends", "b begins", "b ends", "c begins", "c ends"]);
  assert.equal(mutex.locked, false);
});

test("a failure releases the lock", async () => {
  const mutex = new Mutex();
  const failing = mutex.run(async () => {
    await turn();
    throw new Error("broken");
  });
  const thrown = mutex.run(() => {
    throw new Error("at once");
  });
  const last = mutex.run(async () => "fine");
  await assert.rejects(failing, { message: "broken" });
  await assert.rejects(thrown, { message: "at once" });
  assert.equal(await last, "fine");
  assert.equal(mutex.locked, false);
});

test("additions do not get lost", async () => {
  const counter = new Counter();
  await Promise.all(
    [1, 2, 3].map((n) =>
      counter.add(async () => {
        await turn();
        return n;
      }),
    ),
  );
  assert.equal(counter.value, 6);
});
