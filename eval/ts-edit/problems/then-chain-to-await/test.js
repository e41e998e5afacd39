import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { publish } from "./solution.js";

function services(overrides = {}) {
  const calls = [];
  const record =
    (name, result) =>
    async (...args) => {
      calls.push([name, ...args]);
      await null;
      return result;
    };
  const all = {
    find: record("find", { title: "A Day", body: "text", author: "ada" }),
    upload: record("upload", { address: "/a-day" }),
    notify: record("notify", 3),
    log: record("log"),
    unlock: record("unlock"),
    ...overrides,
  };
  return { calls, ...all };
}

const fails = (message) => async () => {
  throw new Error(message);
};

test("a draft is published", async () => {
  const s = services();
  assert.equal(await publish(7, s), "/a-day");
  assert.deepEqual(s.calls, [
    ["find", 7],
    ["upload", "a-day", "text"],
    ["notify", "ada", "/a-day"],
    ["log", "7: 3 told"],
    ["unlock", 7],
  ]);
});

test("no draft", async () => {
  const s = services({ find: async () => undefined });
  assert.equal(await publish(7, s), null);
  assert.deepEqual(s.calls, [["unlock", 7]]);
});

test("a failed upload is passed on, after unlocking", async () => {
  const s = services({ upload: fails("full") });
  await assert.rejects(publish(7, s), { message: "full" });
  assert.deepEqual(s.calls.at(-1), ["unlock", 7]);
});

test("a failed notification is logged", async () => {
  const s = services({ notify: fails("no mail") });
  assert.equal(await publish(7, s), "/a-day");
  assert.deepEqual(s.calls.slice(-2), [["log", "7: published, but no mail"], ["unlock", 7]]);
});

test("there are no chains any more", () => {
  const source = readFileSync(new URL("./solution.js", import.meta.url), "utf8");
  assert.doesNotMatch(source, /\.(then|catch|finally)\(/);
});
