import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";

const code = readFileSync(new URL("./solution.js", import.meta.url), "utf8");
const log = [];
const launchIn = new Function("log", `${code}\nreturn launchIn;`)(log);

test("does what it did", () => {
  launchIn(0);
  assert.deepEqual(log.splice(0), []);
  launchIn(3);
  assert.deepEqual(log.splice(0), [3, 2, 1]);
});

test("does not call itself", () => {
  assert.equal(code.match(/\blaunchIn\b/g).length, 1);
  assert.doesNotThrow(() => launchIn(50_000));
});
