import assert from "node:assert/strict";
import { test } from "node:test";
import { compareVersions, isNewer, latest } from "./solution.ts";

test("parts are numbers", () => {
  assert.ok(compareVersions("1.9.0", "1.10.0") < 0);
  assert.ok(compareVersions("10.0.0", "9.9.9") > 0);
  assert.equal(latest(["1.2.0", "1.12.0", "1.3.9"]), "1.12.0");
});

test("missing parts are zero", () => {
  assert.equal(compareVersions("1.2", "1.2.0"), 0);
  assert.ok(compareVersions("1", "1.0.1") < 0);
});

test("a release is newer than its pre-releases", () => {
  assert.ok(isNewer("2.0.0", "2.0.0-beta"));
  assert.ok(compareVersions("2.0.0-alpha", "2.0.0-beta") < 0);
  assert.equal(compareVersions("v2.0.0-rc-1", "2.0.0-rc-1"), 0);
});
