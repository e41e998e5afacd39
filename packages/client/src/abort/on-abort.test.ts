import { EventEmitter, getEventListeners } from "node:events";
import { expect, test } from "vitest";
import { onAbort } from "./on-abort.ts";

test("many callbacks on one signal share one listener, and removed ones are not called", () => {
  const stop = new AbortController();
  const called: number[] = [];
  const offs = Array.from({ length: 40 }, (_, n) => onAbort(stop.signal, () => called.push(n)));
  expect(getEventListeners(stop.signal, "abort")).toHaveLength(1);
  expect(EventEmitter.defaultMaxListeners).toBeLessThan(40);
  for (const off of offs.slice(2)) off();

  stop.abort();
  expect(called).toEqual([0, 1]);
});

test("a callback that another callback removes during the abort is not called", () => {
  const stop = new AbortController();
  const called: string[] = [];
  onAbort(stop.signal, () => {
    called.push("first");
    off();
  });
  const off = onAbort(stop.signal, () => called.push("second"));
  stop.abort();
  expect(called).toEqual(["first"]);
});

test("a callback on an already aborted signal is called at once", () => {
  let called = 0;
  onAbort(AbortSignal.abort(), () => called++);
  expect(called).toBe(1);
});
