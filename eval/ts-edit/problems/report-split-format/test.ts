import assert from "node:assert/strict";
import { test } from "node:test";
import { formatReport, printReport, type TestResult } from "./solution.ts";

const results: TestResult[] = [
  { name: "adds", ok: true, ms: 3 },
  { name: "divides", ok: false, ms: 5, error: "by zero" },
  { name: "waits", ok: false, ms: 10 },
];
const TEXT = [
  "ok   adds (3 ms)",
  "FAIL divides (5 ms)",
  "     by zero",
  "FAIL waits (10 ms)",
  "     no reason given",
  "",
  "2 of 3 failed, 18 ms",
].join("\n");

test("the text is returned", () => {
  assert.equal(formatReport(results), TEXT);
  assert.equal(formatReport(results.slice(0, 1)), "ok   adds (3 ms)\n\nall 1 passed, 3 ms");
  assert.equal(formatReport([]), "\nall 0 passed, 0 ms");
});

test("the same is written", () => {
  let written = "";
  printReport(results, (text) => {
    written += text;
  });
  assert.equal(written, `${TEXT}\n`);
});
