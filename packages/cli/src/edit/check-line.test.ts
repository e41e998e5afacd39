import { expect, test } from "vitest";
import { checkLine } from "./report.ts";

const FAILED = {
  exitCode: 1,
  name: "npm test",
  command: "npm test",
  passed: false,
  milliseconds: 80,
  output: "",
} as const;

test("a failed check without output is one line", () => {
  const line = "not passed: npm test (80 ms, confined by bubblewrap)";
  expect(checkLine({ ...FAILED, confinement: "bubblewrap" })).toBe(line);
  expect(checkLine({ ...FAILED, confinement: "bubblewrap", output: "no\n" })).toBe(`${line}\n  no`);
});
