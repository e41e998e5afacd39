import { expect, onTestFinished, test } from "vitest";
import { UpstreamFailure } from "../failure/index.ts";
import { Health } from "./health.ts";

const UNWELL = new UpstreamFailure("upstream_failed", "it failed", { unwell: true });
const KEYLESS = new UpstreamFailure("upstream_failed", "another key", { rests: true });

function healthOf(look: () => Promise<UpstreamFailure | null> = async () => null) {
  const told: (string | null)[] = [];
  const health = new Health({
    ...{ failures: 3, interval: 60_000, check: look },
    onChange: (failure) => told.push(failure?.message ?? null),
    onRest: (failure) => told.push(failure.message),
  });
  onTestFinished(() => health.close());
  const fail = (times: number) => {
    for (let nth = 0; nth < times; nth++) health.failed(UNWELL);
    return health.down !== null;
  };
  return { health, told, fail };
}

test("a server is down after several failures in a row, and an answer restarts the count", () => {
  const { health, fail } = healthOf();
  expect(fail(2)).toBe(false);
  health.succeeded();
  expect(fail(2)).toBe(false);
  expect(fail(1)).toBe(true);
});

test("a server that passes the check but answers nothing is down again after one request", async () => {
  const { health, fail } = healthOf();
  fail(3);
  await health.checkNow();
  expect(health.down).toBeNull();
  expect(fail(1)).toBe(true);
  await health.checkNow();
  health.succeeded();
  expect(fail(2)).toBe(false);
});

test("a server that passes checks but answers nothing is reported down once, and back once it answers", async () => {
  const { health, told, fail } = healthOf();
  fail(3);
  for (let nth = 0; nth < 5; nth++) {
    await health.checkNow();
    expect(fail(1)).toBe(true);
  }
  expect(told).toEqual(["it failed"]);
  await health.checkNow();
  health.succeeded();
  health.succeeded();
  expect(told).toEqual(["it failed", null]);
  fail(3);
  expect(told).toEqual(["it failed", null, "it failed"]);
});

test("a server that was down is tried by one request, and rests until that gets an answer", async () => {
  const { health, fail } = healthOf();
  health.requestSent();
  expect(health.isResting).toBe(false);
  fail(3);
  await health.checkNow();
  expect(health.isResting).toBe(false);
  health.requestSent();
  expect(health.isResting).toBe(true);
  // Stopped by its caller: nobody knows more than before.
  health.failed(new UpstreamFailure("aborted", "stopped"));
  expect(health.isResting).toBe(false);
  health.requestSent();
  health.answerStarted();
  health.requestSent();
  expect(health.isResting).toBe(false);
});

test("a server that refuses everything rests until it answers, and is reported once", () => {
  const { health, told } = healthOf();
  health.failed(KEYLESS);
  health.failed(KEYLESS);
  expect([health.isResting, health.down, told]).toEqual([true, null, ["another key"]]);
  health.succeeded();
  expect(health.isResting).toBe(false);
});
