import assert from "node:assert/strict";
import { test } from "node:test";
import { readCache, writeCache } from "./solution.js";

const failing = (code) => ({
  readFile: async () => {
    throw Object.assign(new Error(code), { code });
  },
  writeFile: async () => {
    throw new Error("must not be written");
  },
});
const holding = (text) => ({ readFile: async () => text });

test("a missing file is an empty cache, without a word", async () => {
  const warnings = [];
  assert.deepEqual(await readCache("/c", failing("ENOENT"), (w) => warnings.push(w)), {});
  assert.deepEqual(warnings, []);
});

test("broken JSON is an empty cache, with a warning", async () => {
  const warnings = [];
  assert.deepEqual(await readCache("/c.json", holding("{"), (w) => warnings.push(w)), {});
  assert.equal(warnings.length, 1);
  assert.match(warnings[0], /\/c\.json/);
});

test("other errors are passed on", async () => {
  await assert.rejects(readCache("/c", failing("EACCES"), () => {}), { code: "EACCES" });
  await assert.rejects(writeCache("/c", failing("EISDIR"), {}), { code: "EISDIR" });
});

test("a cache is read and added to", async () => {
  let written;
  const files = { ...holding('{"a":1}'), writeFile: async (_, text) => (written = text) };
  assert.deepEqual(await readCache("/c", files), { a: 1 });
  await writeCache("/c", files, { b: 2 });
  assert.deepEqual(JSON.parse(written), { a: 1, b: 2 });
});
