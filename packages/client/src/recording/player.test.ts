import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { Player } from "./player.ts";
import type { TimedEvent } from "./session-event.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "performance"] });
});
afterEach(() => {
  vi.useRealTimers();
});

function playing(times: readonly number[], speed = 1) {
  const events = times.map((t): TimedEvent => ({ t, type: "typed", text: String(t) }));
  const taken: number[] = [];
  let rests = 0;
  const player = new Player({
    events,
    speed,
    take: ({ t }) => taken.push(t),
    rest: () => {
      rests += 1;
    },
  });
  return { player, taken, rests: () => rests, end: player.run() };
}

test("events are played at their times, those of one time together", async () => {
  const { taken, end, rests } = playing([0, 10, 10, 30]);
  expect(taken).toEqual([0]);
  await vi.advanceTimersByTimeAsync(10);
  expect(taken).toEqual([0, 10, 10]);
  await vi.advanceTimersByTimeAsync(19);
  expect(taken).toHaveLength(3);
  await vi.advanceTimersByTimeAsync(1);
  expect(await end).toBe(true);
  expect(taken).toEqual([0, 10, 10, 30]);
  expect(rests()).toBe(3);
});

test("the speed can be set at the start and changed during playback", async () => {
  const { player, taken, end } = playing([0, 100, 200, 1_000_000], 4);
  await vi.advanceTimersByTimeAsync(25);
  expect(taken).toEqual([0, 100]);
  player.speed = 0.5;
  await vi.advanceTimersByTimeAsync(100);
  expect(taken).toEqual([0, 100]);
  await vi.advanceTimersByTimeAsync(100);
  expect(taken).toEqual([0, 100, 200]);
  player.speed = Number.POSITIVE_INFINITY;
  expect(await end).toBe(true);
  expect(taken).toEqual([0, 100, 200, 1_000_000]);
});

test("a pause of an hour is cut to five seconds", async () => {
  const { taken, end } = playing([0, 3_600_000]);
  await vi.advanceTimersByTimeAsync(5_000);
  expect(await end).toBe(true);
  expect(taken).toEqual([0, 3_600_000]);
});

test("a stopped player plays no further events", async () => {
  const { player, taken, end } = playing([0, 10]);
  player.stop();
  expect(await end).toBe(false);
  await vi.advanceTimersByTimeAsync(100);
  expect(taken).toEqual([0]);
});
