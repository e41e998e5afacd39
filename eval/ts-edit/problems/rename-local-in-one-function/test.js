import assert from "node:assert/strict";
import { test } from "node:test";
import { averageTemperature, maxWind, parseReadings } from "./solution.js";

test("the variables have their new names", () => {
  const source = averageTemperature.toString();
  assert.match(source, /\breadings = parseReadings\(text\)/);
  assert.match(source, /\bsum \+= temperature/);
  assert.doesNotMatch(source, /\bdata\b|\bx\b/);
});

test("the other functions keep theirs", () => {
  assert.match(parseReadings.toString(), /\bdata\b[\s\S]*\bx\b/);
  assert.match(maxWind.toString(), /\bdata\b[\s\S]*\bx\b/);
});

test("the results stay the same", () => {
  const text = "2026-05-01 12 3\n\n2026-05-02 15 8\n";
  assert.equal(averageTemperature(text), 13.5);
  assert.equal(averageTemperature(""), null);
  assert.equal(maxWind(text), 8);
});
