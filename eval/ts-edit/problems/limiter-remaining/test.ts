import assert from "node:assert/strict";
import { test } from "node:test";
import { RateLimiter } from "./solution.ts";

function limiter(limit = 2) {
  const clock = { time: 1000 };
  return { clock, limiter: new RateLimiter({ limit, windowMs: 100, now: () => clock.time }) };
}

test("counts down with every call", () => {
  const { limiter: l } = limiter();
  assert.equal(l.remaining("a"), 2);
  l.allow("a");
  assert.equal(l.remaining("a"), 1);
  l.allow("a");
  l.allow("a");
  assert.equal(l.remaining("a"), 0);
  assert.equal(l.remaining("b"), 2);
});

test("is not a call", () => {
  const { limiter: l } = limiter();
  for (let i = 0; i < 5; i++) l.remaining("a");
  assert.equal(l.size, 0);
  assert.equal(l.allow("a"), true);
});

test("grows again as the window moves", () => {
  const { clock, limiter: l } = limiter();
  l.allow("a");
  clock.time += 60;
  l.allow("a");
  clock.time += 40;
  assert.equal(l.remaining("a"), 1);
  clock.time += 60;
  assert.equal(l.remaining("a"), 2);
  assert.equal(l.allow("a"), true);
});
