import assert from "node:assert/strict";
import { test } from "node:test";
import { poll, waitForJob } from "./solution.ts";

const turn = () => new Promise<void>((resolve) => setImmediate(resolve));

function fakeTimers() {
  const waiting = new Map<number, () => void>();
  let next = 1;
  return {
    waiting,
    set: (run: () => void) => {
      waiting.set(next, run);
      return next++;
    },
    clear: (id: number) => void waiting.delete(id),
    fire: async () => {
      for (const [id, run] of [...waiting]) {
        waiting.delete(id);
        run();
      }
      await turn();
    },
  };
}

test("an abort during a pause rejects at once and clears the timer", async () => {
  const timers = fakeTimers();
  const controller = new AbortController();
  let checks = 0;
  const polling = poll(async () => void checks++, {
    intervalMs: 5,
    attempts: 9,
    timers,
    signal: controller.signal,
  });
  await turn();
  assert.equal(timers.waiting.size, 1);
  controller.abort(new Error("enough"));
  await assert.rejects(polling, { message: "enough" });
  assert.equal(timers.waiting.size, 0);
  assert.equal(checks, 1);
});

test("an abort during a check rejects at once, and no check follows", async () => {
  const timers = fakeTimers();
  const controller = new AbortController();
  let checks = 0;
  let answer = () => {};
  const polling = poll(
    () => {
      checks++;
      return new Promise<undefined>((resolve) => {
        answer = () => resolve(undefined);
      });
    },
    { intervalMs: 5, attempts: 9, timers, signal: controller.signal },
  );
  await turn();
  controller.abort(new Error("enough"));
  await assert.rejects(polling, { message: "enough" });
  answer();
  await turn();
  await timers.fire();
  assert.equal(checks, 1);
});

test("a signal that has aborted prevents the first check", async () => {
  let checks = 0;
  const signal = AbortSignal.abort(new Error("early"));
  const polling = poll(async () => ++checks, { intervalMs: 5, attempts: 2, timers: fakeTimers(), signal });
  await assert.rejects(polling, { message: "early" });
  assert.equal(checks, 0);
});

test("no listener stays behind", async () => {
  const { signal } = new AbortController();
  let listeners = 0;
  const add = signal.addEventListener.bind(signal);
  const remove = signal.removeEventListener.bind(signal);
  signal.addEventListener = ((...args: Parameters<typeof add>) => {
    listeners++;
    add(...args);
  }) as typeof add;
  signal.removeEventListener = ((...args: Parameters<typeof remove>) => {
    listeners--;
    remove(...args);
  }) as typeof remove;
  const timers = fakeTimers();
  let n = 0;
  const polling = poll(async () => (++n === 3 ? "there" : undefined), { intervalMs: 5, attempts: 9, timers, signal });
  for (let i = 0; i < 4; i++) {
    await turn();
    await timers.fire();
  }
  assert.equal(await polling, "there");
  assert.equal(listeners, 0);
});

test("without a signal as before", async () => {
  const timers = fakeTimers();
  let n = 0;
  const polling = poll(async () => void n++, { intervalMs: 5, attempts: 2, timers });
  await turn();
  await timers.fire();
  assert.equal(await polling, undefined);
  assert.equal(n, 2);
  assert.equal(await waitForJob("j", async () => "done", timers), "j");
});
