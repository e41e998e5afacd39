import { expect, test } from "vitest";
import { argumentsObject } from "./call-json.ts";

test("arguments are the given JSON object, or are wrapped in one", () => {
  expect(argumentsObject('{"path": "a.ts", "lines": [1, 2]}')).toEqual({ path: "a.ts", lines: [1, 2] });
  expect(argumentsObject(" ")).toEqual({});
  expect(argumentsObject("[1]")).toEqual({ arguments: [1] });
  expect(argumentsObject("rm -r")).toEqual({ arguments: "rm -r" });
});

test("arguments that nest deeper than a request may nest stay text", () => {
  const nested = (levels: number) => `${'{"a":'.repeat(levels)}1${"}".repeat(levels)}`;
  expect(argumentsObject(nested(64))).toHaveProperty("a");
  for (const levels of [65, 100_000])
    expect(argumentsObject(nested(levels))).toEqual({ arguments: nested(levels) });
});
