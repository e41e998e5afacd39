import assert from "node:assert/strict";
import { test } from "node:test";
import { notifyFollowers } from "./solution.js";

const post = { title: "T", url: "/t" };
const people = (count, muted = () => false) =>
  Array.from({ length: count }, (_, i) => ({ name: `n${i}`, email: `n${i}@x`, muted: muted(i) }));

function recorder() {
  const calls = [];
  let running = 0;
  return {
    calls,
    async sendMany(messages) {
      assert.equal(++running, 1);
      calls.push(messages);
      await null;
      running--;
    },
    async send() {
      throw new Error("one at a time");
    },
  };
}

test("in batches, in order", async () => {
  const mailer = recorder();
  assert.equal(await notifyFollowers(post, people(120), mailer), 120);
  assert.deepEqual(mailer.calls.map((batch) => batch.length), [50, 50, 20]);
  assert.deepEqual(mailer.calls.flat().map(({ to }) => to), people(120).map(({ email }) => email));
  assert.deepEqual(mailer.calls[0][0], { to: "n0@x", subject: "New: T", text: "Hello n0, read /t" });
});

test("exactly one batch, and none", async () => {
  const full = recorder();
  assert.equal(await notifyFollowers(post, people(50), full), 50);
  assert.equal(full.calls.length, 1);
  const none = recorder();
  assert.equal(await notifyFollowers(post, [], none), 0);
  assert.equal(await notifyFollowers(post, people(3, () => true), none), 0);
  assert.equal(none.calls.length, 0);
});

test("the muted do not count towards a batch", async () => {
  const mailer = recorder();
  assert.equal(await notifyFollowers(post, people(110, (i) => i % 2 === 1), mailer), 55);
  assert.deepEqual(mailer.calls.map((batch) => batch.length), [50, 5]);
});
