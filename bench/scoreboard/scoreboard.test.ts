import { describe, expect, it } from "vitest";
import type { Benchmark } from "../measure/index.ts";
import { scoreboard } from "./page.ts";
import type { Entry } from "./results.ts";
import { figure } from "./verdict.ts";

const run = {
  ran_at: "2026-01-02T03:04:05.000Z",
  seconds: 12.3,
  repetitions: 5,
  load_before: 0.1,
  machine: { cpu: "A processor", cores: 2, memory_gib: 8, platform: "linux" },
  versions: { node: "20.19.0" },
};

const quick: Benchmark = {
  name: "quick",
  description: "how quick it is",
  scoreboardRepetitions: 5,
  goals: [
    { metric: "delay_ms", atMost: 10, note: "to the end", shortfall: "it waits" },
    { metric: "gain", atLeast: 2 },
    { metric: "missing", atMost: 1 },
  ],
  charts: () => [
    {
      title: "Delay",
      unit: "ms",
      bars: [
        { label: "here", metric: "delay_ms" },
        { label: "there", metric: "nowhere_ms" },
      ],
    },
  ],
  run: () => Promise.reject(new Error("not run here")),
};

function pageOf(entry: Entry | undefined) {
  return scoreboard([quick], { benchmarks: entry === undefined ? {} : { quick: entry } });
}

const delay = { median: 12.5, lower_quartile: 11, upper_quartile: 14, min: 10, max: 15 };

describe("the scoreboard", () => {
  it("lists missed goals first with distance and reason, and reached goals with their benchmark", () => {
    const { page } = pageOf({ ...run, metrics: { delay_ms: delay, gain: 2.5 } });
    expect(page).toContain("1 of 2 goals were reached.");
    expect(page).toMatch(/\| quick +\| `delay_ms` \| 12\.5 +\| ≤ 10 \| missed by 2\.50 \| it waits \|/);
    expect(page).toMatch(/\| `gain` +\| 2\.50 +\| ≥ 2 +\| reached +\|/);
    expect(page).toContain("12.5 (11–14)");
  });

  it("draws only what was measured", () => {
    const { page, drawings } = pageOf({ ...run, metrics: { delay_ms: delay, gain: 2.5 } });
    expect(page).toContain("![Delay](scoreboard/quick-1.svg)");
    expect(drawings["quick-1.svg"]).toMatch(/^<svg .*xmlns="http:\/\/www\.w3\.org\/2000\/svg"/);
    expect(drawings["quick-1.svg"]).toContain("here");
    expect(drawings["quick-1.svg"]).not.toContain("there");
    expect(pageOf({ ...run, metrics: { gain: 2.5 } }).drawings).toEqual({});
  });

  it("says why a benchmark failed and which has not run yet", () => {
    expect(pageOf({ ...run, failure: "no memory" }).page).toContain("It failed:\n\n```\nno memory\n```");
    expect(pageOf({ ...run, failure: "no memory" }).page).toContain("Failed: quick.");
    expect(pageOf(undefined).page).toContain("Not run yet: quick.");
  });

  it("names the goals without a measurement when the benchmark has measured others", () => {
    const metrics = { delay_ms: delay, gain: 2.5 };
    const lacking = "Goals without a measurement: `missing` of quick.";
    expect(pageOf({ ...run, metrics }).page).toContain(lacking);
    expect(pageOf({ ...run, metrics: { ...metrics, missing: 1 } }).page).not.toContain(
      "without a measurement",
    );
    expect(pageOf(undefined).page).not.toContain("without a measurement");
  });

  it("gives the command that measures a benchmark again", () => {
    expect(pageOf(undefined).page).toContain("`npm run bench quick -- --repetitions 5`");
  });

  it("says that the machine was busy before the run", () => {
    const metrics = { gain: 3 };
    expect(pageOf({ ...run, metrics }).page).not.toContain("other work");
    expect(pageOf({ ...run, metrics, load_before: 3 }).page).toContain("its load was 3");
  });

  it.each([
    [0.12345, "0.123"],
    [1.2345, "1.23"],
    [12.345, "12.3"],
    [1234.5, "1,235"],
    [7, "7"],
  ])("shows %d as %s", (value, text) => {
    expect(figure(value)).toBe(text);
  });
});
