import { expect, test } from "vitest";
import { hasPlace, textOf, withSummary } from "./print.ts";
import type { Summary } from "./summary.ts";

const SUMMARY: Summary = {
  ...{ holds: false, seed: 7, minutes: 3, date: "2026-01-01", machine: "a machine", versions: "flint 1" },
  ...{ turns: 1_000, tokens_lost: 2, tokens_doubled: 0, crashes: 0, malformed: 5, logs: "none" },
  ...{ faults: { "engine killed": 3 }, told: { server_error: 1 }, figures: { "capacity (acts/s)": 40 } },
  ...{ seconds: { load: 10 }, skipped: ["a part"], broken: ["load: a thing"] },
};

test("only the summary in a page is replaced", () => {
  const page = "# Before\n\n<!-- fire: begin -->\nbefore\n<!-- fire: end -->\n\nAfter\n";
  const written = withSummary(page, SUMMARY);
  expect(written).toMatch(/^# Before\n\n<!-- fire: begin -->\n\n\*\*Not everything held/);
  expect(written).toMatch(/<!-- fire: end -->\n\nAfter\n$/);
  expect(written).not.toContain("before");
  expect(written).toContain("| engine killed | 3     |");
  expect(withSummary(written, SUMMARY)).toBe(written);
});

test.each([
  ["# Page\n", false],
  ["<!-- fire: end -->\n<!-- fire: begin -->\n", false],
  ["<!-- fire: begin -->\n<!-- fire: end -->\n", true],
])("the page %j has a place for the summary: %s", (page, has) => {
  expect(hasPlace(page)).toBe(has);
});

test("the summary on a terminal names what is broken and what was left out", () => {
  expect(textOf(SUMMARY)).toMatch(/FAILED.*\n[\s\S]*skipped: a part\n {2}BROKEN: load: a thing$/);
});
