import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import type { ProcessReport } from "./messages.ts";
import { processLimits } from "./options.ts";
import { Watchdog } from "./watchdog.ts";

const LIMITS = processLimits({ heartbeatTimeout: 10_000, stallTimeout: 20_000, stepTimeout: 60_000 });

const REPORT: ProcessReport = {
  progress: 1,
  cpu: 0,
  reads: 0,
  memory: 0,
  models: [],
  modelLoads: 0,
  modelEvictions: 0,
  steps: { counts: [], seconds: 0 },
};

let hangs: string[];
let watchdog: Watchdog;

beforeEach(() => {
  vi.useFakeTimers();
  hangs = [];
  watchdog = new Watchdog(LIMITS, (why) => hangs.push(why));
});
afterEach(() => {
  watchdog.stop();
  vi.useRealTimers();
});

/** A beat a second for so many seconds, each changed from the one before as told. */
function beats(count: number, change: (second: number) => Partial<ProcessReport>): void {
  for (let second = 1; second <= count; second++) {
    vi.advanceTimersByTime(1_000);
    watchdog.recordMessage();
    watchdog.recordReport({ ...REPORT, ...change(second) });
  }
}

describe("a process with work", () => {
  test("that sends nothing counts as hung after heartbeatTimeout", () => {
    watchdog.start();
    vi.advanceTimersByTime(9_999);
    expect(hangs).toEqual([]);
    vi.advanceTimersByTime(1_001);
    expect(hangs).toEqual([expect.stringContaining("sent nothing for 10 s (heartbeatTimeout)")]);
  });

  test("that reports but does nothing counts as hung after stallTimeout", () => {
    watchdog.start();
    beats(20, () => ({ cpu: 0 }));
    expect(hangs).toEqual([]);
    beats(1, () => ({ cpu: 0 }));
    expect(hangs).toEqual([expect.stringContaining("did nothing for 20 s (stallTimeout)")]);
  });

  test("may compute one step for long, but only up to stepTimeout", () => {
    watchdog.start();
    beats(60, (second) => ({ cpu: 1_500 * second }));
    expect(hangs).toEqual([]);
    beats(1, () => ({ cpu: 1_500 * 61 }));
    expect(hangs).toEqual([expect.stringContaining("more than 60 s (stepTimeout)")]);
  });

  test("may read a model from a slow disk", () => {
    watchdog.start();
    beats(50, (second) => ({ reads: second }));
    expect(hangs).toEqual([]);
  });

  test("may take any time while its steps end", () => {
    watchdog.start();
    beats(300, (second) => ({ progress: Math.floor(second / 15) + 1 }));
    expect(hangs).toEqual([]);
  });

  test("does not count as hung after this process was suspended", () => {
    watchdog.start();
    beats(1, () => ({}));
    // After a sleep a timer that is overdue fires once, and what was sent meanwhile comes after it.
    vi.setSystemTime(Date.now() + 3_600_000);
    vi.advanceTimersByTime(1_000);
    watchdog.recordMessage();
    expect(hangs).toEqual([]);
  });
});

test("an idle process never counts as hung, and new work starts a new count", () => {
  watchdog.start();
  beats(15, () => ({}));
  watchdog.stop();
  vi.advanceTimersByTime(3_600_000);
  watchdog.start();
  beats(15, () => ({}));
  expect(hangs).toEqual([]);
});
