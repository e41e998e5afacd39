import assert from "node:assert/strict";
import { test } from "node:test";
import * as solution from "./solution.ts";

const { createStopwatch, formatElapsed } = solution;

test("counts while it runs", () => {
  let time = 0;
  const watch = createStopwatch(() => time);
  assert.equal(watch.elapsed, 0);
  watch.start();
  time = 500;
  assert.equal(watch.elapsed, 500);
  watch.start();
  watch.stop();
  time = 900;
  watch.stop();
  assert.equal(watch.elapsed, 500);
  watch.start();
  time = 1000;
  assert.equal(formatElapsed(watch), "0.6 s");
  watch.reset();
  assert.equal(watch.elapsed, 0);
});

test("methods work alone", () => {
  let time = 0;
  const watch = createStopwatch(() => time);
  const { start, stop } = watch;
  start();
  time = 5;
  stop();
  assert.equal(watch.elapsed, 5);
});

test("two watches do not share anything, and the clock has a default", () => {
  const one = createStopwatch();
  const other = createStopwatch();
  one.start();
  assert.equal(other.elapsed, 0);
  assert.ok(one.elapsed >= 0);
});

test("there is no class any more", () => {
  assert.equal("Stopwatch" in solution, false);
  assert.equal(formatElapsed({ elapsed: 1500 }), "1.5 s");
});
