import { expect, test } from "vitest";
import { countsFor, readOptions } from "./options.ts";

const PHASES = ["cuts", "load"];

test("an hour has the full counts, and a few minutes have a proportional part", () => {
  expect(countsFor(60)).toMatchObject({
    engineKills: 100,
    serverKills: 100,
    cuts: 1_000,
    malformed: 1_000_000,
  });
  expect(Object.values(countsFor(2)).every((count) => count >= 0)).toBe(true);
  expect(countsFor(2)).toMatchObject({ engineKills: 3, serverKills: 3, cuts: 33, malformed: 33_333 });
});

test("the defaults are an hour, all phases and a random seed; --help gives no options", () => {
  expect(readOptions([], PHASES)).toEqual({
    minutes: 60,
    seed: expect.any(Number),
    only: [],
    json: false,
    out: null,
  });
  expect(readOptions(["--help"], PHASES)).toBeNull();
});

test.each([
  [["--minutes", "0"], /--minutes/],
  [["--minutes", "soon"], /--minutes/],
  [["--seed", "-1"], /--seed/],
  [["--only", "cuts,cats"], /"cats"; the parts are cuts, load/],
  [["--loud"], /--loud/],
])("refuses %j and names the faulty option", (args, message) => {
  expect(() => readOptions(args, PHASES)).toThrow(message);
});
