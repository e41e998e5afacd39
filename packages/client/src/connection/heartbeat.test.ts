import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { whileBusy } from "./busy.fixture.ts";
import { Heartbeat } from "./heartbeat.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance"] });
});

afterEach(() => {
  vi.useRealTimers();
});

test("a socket is dead after one silent interval and an unanswered ping", () => {
  const ping = vi.fn(() => true);
  const dead = vi.fn();
  const heartbeat = new Heartbeat(10_000, 5_000, ping, dead);
  vi.advanceTimersByTime(9_999);
  expect(ping).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1);
  expect(ping).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(5_000);
  expect(dead).not.toHaveBeenCalled();
  // What had arrived by then has been read.
  vi.advanceTimersByTime(1);
  expect(dead).toHaveBeenCalledOnce();
  heartbeat.stop();
});

test("a socket is pinged only after it has been silent for the whole interval", () => {
  const ping = vi.fn(() => true);
  const heartbeat = new Heartbeat(10_000, 5_000, ping, vi.fn());
  vi.advanceTimersByTime(6_000);
  heartbeat.noteReceived();
  vi.advanceTimersByTime(9_000);
  expect(ping).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_000);
  expect(ping).toHaveBeenCalledOnce();
  heartbeat.stop();
});

test("a socket that answers every ping stays alive", () => {
  const dead = vi.fn();
  const heartbeat: Heartbeat = new Heartbeat(
    10_000,
    5_000,
    () => {
      setTimeout(() => heartbeat.noteReceived(), 100);
      return true;
    },
    dead,
  );
  vi.advanceTimersByTime(120_000);
  expect(dead).not.toHaveBeenCalled();
  heartbeat.stop();
});

test("a ping can be sent before any silence, one at a time, and a socket that leaves it unanswered is dead", () => {
  const ping = vi.fn(() => true);
  const dead = vi.fn();
  const heartbeat = new Heartbeat(10_000, 5_000, ping, dead);
  vi.advanceTimersByTime(1_000);
  heartbeat.pingNow();
  heartbeat.pingNow();
  expect(ping).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(1_000);
  heartbeat.noteReceived();
  vi.advanceTimersByTime(4_001);
  expect(dead).not.toHaveBeenCalled();
  heartbeat.pingNow();
  vi.advanceTimersByTime(5_001);
  expect(dead).toHaveBeenCalledOnce();
  heartbeat.stop();
});

test("silence does not kill a socket that cannot ping", () => {
  const dead = vi.fn();
  const heartbeat = new Heartbeat(10_000, 5_000, () => false, dead);
  vi.advanceTimersByTime(120_000);
  expect(dead).not.toHaveBeenCalled();
  heartbeat.stop();
});

test("a socket stays alive while a long frame is still arriving", () => {
  const dead = vi.fn();
  let received = 0;
  const coming = setInterval(() => {
    received += 1_000;
  }, 1_000);
  const heartbeat = new Heartbeat(
    10_000,
    5_000,
    () => true,
    dead,
    () => received,
  );
  vi.advanceTimersByTime(120_000);
  expect(dead).not.toHaveBeenCalled();
  clearInterval(coming);
  vi.advanceTimersByTime(20_000);
  expect(dead).toHaveBeenCalledOnce();
  heartbeat.stop();
});

test("a socket stays alive while a long frame is still being sent", () => {
  const dead = vi.fn();
  let unsent = 60_000;
  const leaving = setInterval(() => {
    unsent -= 1_000;
  }, 1_000);
  const heartbeat = new Heartbeat(
    10_000,
    5_000,
    () => true,
    dead,
    () => 0,
    () => unsent,
  );
  heartbeat.pingNow();
  vi.advanceTimersByTime(40_000);
  expect(dead).not.toHaveBeenCalled();
  clearInterval(leaving);
  vi.advanceTimersByTime(20_000);
  expect(dead).toHaveBeenCalledOnce();
  heartbeat.stop();
});

test("an answer that arrived while this process was busy keeps the socket alive", async () => {
  vi.useRealTimers();
  const dead = vi.fn();
  const heartbeat = new Heartbeat(10_000, 20, () => true, dead);
  heartbeat.pingNow();
  await whileBusy(60, () => heartbeat.noteReceived());
  expect(dead).not.toHaveBeenCalled();
  heartbeat.stop();
});
