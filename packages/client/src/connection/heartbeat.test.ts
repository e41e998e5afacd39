import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { whileBusy } from "./busy.fixture.ts";
import { Heartbeat } from "./heartbeat.ts";

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "setInterval", "clearInterval", "performance"] });
});

afterEach(() => {
  vi.useRealTimers();
});

test("a socket that answers nothing is dead after silence and one unanswered ping", () => {
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

test("a socket that is heard is not pinged before it has been silent", () => {
  const ping = vi.fn(() => true);
  const heartbeat = new Heartbeat(10_000, 5_000, ping, vi.fn());
  vi.advanceTimersByTime(6_000);
  heartbeat.heard();
  vi.advanceTimersByTime(9_000);
  expect(ping).not.toHaveBeenCalled();
  vi.advanceTimersByTime(1_000);
  expect(ping).toHaveBeenCalledOnce();
  heartbeat.stop();
});

test("a socket that answers every ping lives on", () => {
  const dead = vi.fn();
  const heartbeat: Heartbeat = new Heartbeat(
    10_000,
    5_000,
    () => {
      setTimeout(() => heartbeat.heard(), 100);
      return true;
    },
    dead,
  );
  vi.advanceTimersByTime(120_000);
  expect(dead).not.toHaveBeenCalled();
  heartbeat.stop();
});

test("whether anybody is there can be asked before there was a silence, and is asked once at a time", () => {
  const ping = vi.fn(() => true);
  const dead = vi.fn();
  const heartbeat = new Heartbeat(10_000, 5_000, ping, dead);
  vi.advanceTimersByTime(1_000);
  heartbeat.ask();
  heartbeat.ask();
  expect(ping).toHaveBeenCalledOnce();
  vi.advanceTimersByTime(1_000);
  heartbeat.heard();
  vi.advanceTimersByTime(4_001);
  expect(dead).not.toHaveBeenCalled();
  heartbeat.ask();
  vi.advanceTimersByTime(5_001);
  expect(dead).toHaveBeenCalledOnce();
  heartbeat.stop();
});

test("silence means nothing where there is no ping and nothing is due", () => {
  const dead = vi.fn();
  const heartbeat = new Heartbeat(10_000, 5_000, () => false, dead);
  vi.advanceTimersByTime(120_000);
  expect(dead).not.toHaveBeenCalled();
  heartbeat.stop();
});

test("a socket on which a long frame is coming in is alive until it stops coming", () => {
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

test("a socket on which a long frame is leaving is alive until it stops leaving", () => {
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
  heartbeat.ask();
  vi.advanceTimersByTime(40_000);
  expect(dead).not.toHaveBeenCalled();
  clearInterval(leaving);
  vi.advanceTimersByTime(20_000);
  expect(dead).toHaveBeenCalledOnce();
  heartbeat.stop();
});

test("an answer that waits to be read, as this process was busy for longer than it may take, counts", async () => {
  vi.useRealTimers();
  const dead = vi.fn();
  const heartbeat = new Heartbeat(10_000, 20, () => true, dead);
  heartbeat.ask();
  await whileBusy(60, () => heartbeat.heard());
  expect(dead).not.toHaveBeenCalled();
  heartbeat.stop();
});
