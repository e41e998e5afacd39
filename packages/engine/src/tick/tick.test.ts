import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Tick, type Waits } from "./tick.ts";

const WAITS = { least: 4, most: 12 };

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

/** The wait after the thread was that busy for a while. */
function waitAfter(load: number, waits: Waits = WAITS): number {
  const tick = new Tick(waits, () => load);
  vi.advanceTimersByTime(1_000);
  return tick.waitAt(performance.now());
}

test("the delay is the minimum while the thread has time to spare", () => {
  expect([0, 0.3, 0.5].map((load) => waitAfter(load))).toEqual([4, 4, 4]);
  expect(waitAfter(0.25, { ...WAITS, busy: 0.25 })).toBe(4);
});

test("the delay grows with the thread's load, up to the maximum", () => {
  expect([0.75, 1].map((load) => waitAfter(load))).toEqual([8, 12]);
  expect([0.5, 0.75, 1].map((load) => waitAfter(load, { ...WAITS, busy: 0.25 }))).toEqual([8, 12, 12]);
  expect(waitAfter(1, { least: 4, most: 0 })).toBe(4);
});

test("the delay falls again when the load is over", () => {
  const loads = [1, 0];
  const tick = new Tick(WAITS, () => loads.shift() ?? 0);
  const left: number[] = [];
  const start = performance.now();
  const hold = () => tick.hold({ now: () => left.push(performance.now() - start) });
  vi.advanceTimersByTime(1_000);
  expect(tick.waitAt(performance.now())).toBe(12);
  hold();
  vi.advanceTimersByTime(11);
  expect(left).toEqual([]);
  vi.advanceTimersByTime(1);
  expect(left).toEqual([1_012]);
  vi.advanceTimersByTime(1_000);
  expect(tick.waitAt(performance.now())).toBe(4);
  hold();
  vi.advanceTimersByTime(4);
  expect(left).toEqual([1_012, 2_016]);
});

test("a thread that computes without a break measures itself as busy", () => {
  vi.useRealTimers();
  const tick = new Tick(WAITS);
  const until = performance.now() + 100;
  while (performance.now() < until) {
    // Busy.
  }
  expect(tick.waitAt(performance.now())).toBe(12);
});
