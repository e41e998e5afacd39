import { describe, expect, test } from "vitest";
import { StepTiming } from "./step-timing.ts";

const OPTIONS = {
  decodeThreads: 1,
  batchThreads: 4,
  prefillChunk: 512,
  stepTime: 100,
  freeCores: () => 4,
  stepped() {},
};

describe("threads", () => {
  test("are one for a single token and all for a batch", () => {
    const timing = new StepTiming(OPTIONS);
    expect(timing.threads(1, 0)).toBe(1);
    expect(timing.threads(64, 0)).toBe(4);
  });

  test("are no more than the free cores", () => {
    const timing = new StepTiming({ ...OPTIONS, freeCores: () => 2 });
    expect(timing.threads(64, 0)).toBe(2);
  });

  test("are one for a while after a delayed step, each time for longer", () => {
    const timing = new StepTiming(OPTIONS);
    expect(timing.record(64, 4, 10, 0)).toBe(true);
    expect(timing.record(64, 4, 200, 0)).toBe(false);
    expect(timing.threads(64, 999)).toBe(1);
    expect(timing.threads(64, 1_000)).toBe(4);
    expect(timing.record(64, 4, 200, 1_000)).toBe(false);
    expect(timing.threads(64, 2_999)).toBe(1);
    expect(timing.threads(64, 3_000)).toBe(4);
  });
});

describe("a step's share of a prompt", () => {
  test("is small until the model's speed is known", () => {
    expect(new StepTiming(OPTIONS).promptTokens(false)).toBeLessThan(512);
  });

  test("takes about the target time of a step", () => {
    const timing = new StepTiming(OPTIONS);
    timing.record(128, 4, 50, 0);
    expect(timing.promptTokens(false)).toBe(256);
  });

  test("is bounded on fast and on slow machines", () => {
    const [fast, slow] = [new StepTiming(OPTIONS), new StepTiming(OPTIONS)];
    fast.record(128, 4, 1, 0);
    slow.record(128, 4, 60_000, 0);
    expect(fast.promptTokens(false)).toBe(512);
    expect(slow.promptTokens(false)).toBe(64);
  });

  test("is smaller while other threads answer, since they wait for the step", () => {
    const timing = new StepTiming(OPTIONS);
    timing.record(128, 4, 50, 0);
    expect(timing.promptTokens(true)).toBeLessThanOrEqual(0.3 * timing.promptTokens(false));
    timing.record(128, 1, 60_000, 0);
    expect(timing.promptTokens(true)).toBe(16);
  });
});
