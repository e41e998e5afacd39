import { expect, test } from "vitest";
import { Timeline } from "./timeline.ts";

test("bursts are counted in stretches of time that grow with the turn", () => {
  let now = 1_000;
  const timeline = new Timeline(() => now);
  for (const at of [5, 5, 90, 400, 100_000]) {
    now = 1_000 + at;
    timeline.burst();
  }
  const { stretch, counts } = timeline.density;
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(5);
  expect(stretch * counts.length).toBeGreaterThan(100_000);
  expect(counts[Math.floor(100_000 / stretch)]).toBe(1);
  expect(counts[0]).toBe(4);
  expect(timeline.moments.map(({ at, text }) => [at, text])).toEqual([
    [0, "sent"],
    [5, "first text"],
  ]);
});

test("the number of hunk moments kept is limited, while steers and the end are always kept", () => {
  const timeline = new Timeline(() => 0);
  for (let n = 0; n < 1_000; n++) timeline.add("hunk", String(n));
  expect(timeline.moments).toHaveLength(301);
  expect(timeline.omitted).toBe(700);
  timeline.add("steer", "redirect");
  timeline.add("end", "completed");
  expect(timeline.moments.slice(-2).map(({ text }) => text)).toEqual(["redirect", "completed"]);
});
