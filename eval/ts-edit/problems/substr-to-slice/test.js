import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { test } from "node:test";
import { checkDigits, extension, initials, maskCard, parseStamp } from "./solution.js";

test("there is no substr any more", () => {
  assert.doesNotMatch(readFileSync(new URL("./solution.js", import.meta.url), "utf8"), /\bsubstr\(/);
});

test("the results stay the same", () => {
  assert.deepEqual(parseStamp("2026-05-01T10:20:30"), { year: 2026, month: 5, day: 1, time: "T10:20:30".slice(1) });
  assert.equal(maskCard("1234 5678 9012"), "********9012");
  assert.equal(maskCard("123"), "123");
  assert.equal(extension("a.tar.gz"), "gz");
  assert.equal(extension("a.extension"), "exten");
  assert.equal(extension(".env"), "");
  assert.equal(extension("a."), "");
  assert.equal(initials("ada lovelace"), "AL");
});

test("negative starts, short codes too", () => {
  assert.equal(checkDigits("AB1234"), "23");
  assert.equal(checkDigits("123"), "12");
  assert.equal(checkDigits("12"), "12");
  assert.equal(checkDigits("1"), "1");
  assert.equal(checkDigits(""), "");
});
