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
  test("are one for a token and all for a batch", () => {
    const timing = new StepTiming(OPTIONS);
    expect(timing.threads(1, 0)).toBe(1);
    expect(timing.threads(64, 0)).toBe(4);
  });

  test("are no more than the cores that are free", () => {
    const timing = new StepTiming({ ...OPTIONS, freeCores: () => 2 });
    expect(timing.threads(64, 0)).toBe(2);
  });

  test("are one for a while after a step that was held up, longer each time", () => {
    const timing = new StepTiming(OPTIONS);
    expect(timing.measured(64, 4, 10, 0)).toBe(true);
    expect(timing.measured(64, 4, 200, 0)).toBe(false);
    expect(timing.threads(64, 999)).toBe(1);
    expect(timing.threads(64, 1_000)).toBe(4);
    expect(timing.measured(64, 4, 200, 1_000)).toBe(false);
    expect(timing.threads(64, 2_999)).toBe(1);
    expect(timing.threads(64, 3_000)).toBe(4);
  });
});

describe("a step's share of a prompt", () => {
  test("is small until it is known how fast the model is", () => {
    expect(new StepTiming(OPTIONS).promptTokens(false)).toBeLessThan(512);
  });

  test("takes about as long as a step may", () => {
    const timing = new StepTiming(OPTIONS);
    timing.measured(128, 4, 50, 0);
    expect(timing.promptTokens(false)).toBe(256);
  });

  test("is bounded on fast and on slow machines", () => {
    const [fast, slow] = [new StepTiming(OPTIONS), new StepTiming(OPTIONS)];
    fast.measured(128, 4, 1, 0);
    slow.measured(128, 4, 60_000, 0);
    expect(fast.promptTokens(false)).toBe(512);
    expect(slow.promptTokens(false)).toBe(64);
  });

  test("is smaller while other threads answer, which it holds up", () => {
    const timing = new StepTiming(OPTIONS);
    timing.measured(128, 4, 50, 0);
    expect(timing.promptTokens(true)).toBeLessThanOrEqual(0.3 * timing.promptTokens(false));
    timing.measured(128, 1, 60_000, 0);
    expect(timing.promptTokens(true)).toBe(16);
  });
});
