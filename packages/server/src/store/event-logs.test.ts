import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { EventLogs } from "./event-logs.ts";
import { defaultStoreLimits } from "./limits.ts";

const DAY = 24 * 60 * 60 * 1000;

beforeEach(() => {
  vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
});

afterEach(() => {
  vi.useRealTimers();
});

it("a log whose retention is longer than a timer can wait is kept", () => {
  const limits = { ...defaultStoreLimits, logRetention: 30 * DAY };
  const logs = new EventLogs({ limits, onEnd: () => {} });
  logs.open("resp_1", "default").end();
  vi.advanceTimersByTime(DAY);
  expect(logs.find("resp_1", "default")).not.toBeNull();
  vi.advanceTimersByTime(30 * DAY);
  expect(logs.find("resp_1", "default")).toBeNull();
});
