import assert from "node:assert/strict";
import { test } from "node:test";
import { createSession, isExpired, renew, TTL_MS } from "./solution.ts";

test("a given clock is used everywhere", () => {
  let time = 1000;
  const now = () => time;
  const session = createSession("ada", 100, now);
  assert.equal(session.createdAt, 1000);
  assert.equal(session.expiresAt, 1100);
  time = 1099;
  assert.equal(isExpired(session, now), false);
  assert.equal(renew(session, 50, now).expiresAt, 1149);
  time = 1100;
  assert.equal(isExpired(session, now), true);
  assert.throws(() => renew(session, 50, now), /ada has expired/);
});

test("without one it is the real time", () => {
  const before = Date.now();
  const session = createSession("bob");
  assert.ok(session.createdAt >= before && session.createdAt <= Date.now());
  assert.equal(session.expiresAt - session.createdAt, TTL_MS);
  assert.equal(isExpired(session), false);
  assert.ok(renew(session).expiresAt >= session.expiresAt);
  assert.notEqual(createSession("bob").token, session.token);
});
