import { expect, test } from "vitest";
import { bytes, count, duration } from "./measure.ts";

test("bytes are shown in the unit that keeps the number below 1000", () => {
  expect([0, 999, 1000, 8_670_000, 99_960_000, 999_600, 4.2e12].map(bytes)).toEqual([
    "0 B",
    "999 B",
    "1.00 kB",
    "8.67 MB",
    "100.0 MB",
    "1.00 MB",
    "4.20 TB",
  ]);
});

test("durations and counts are shown in readable units", () => {
  expect([3.4, 999.4, 999.6, 12_340, 125_000].map(duration)).toEqual([
    "3 ms",
    "999 ms",
    "1.00 s",
    "12.34 s",
    "2 min 5 s",
  ]);
  expect([0, 999, 1024, 999_999.5, -12_345].map(count)).toEqual([
    "0",
    "999",
    "1,024",
    "1,000,000",
    "-12,345",
  ]);
});
