import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { Locator } from "./locate.ts";

const CODE = [
  "function first() {",
  "  const name = “one”;",
  "  return name;",
  "}",
  "",
  "function second() {",
  "\tconst total  = compute(prices, rates, 12);",
  "  return name;",
  "}",
];

function find(search: string[], from = 0) {
  return new Locator(CODE).find(search, from);
}

describe("a search finds lines", () => {
  test("that match exactly", () => {
    expect(find(["}", "", "function second() {"])).toEqual({ at: 3, count: 3, match: "exact" });
  });

  test("that differ in white space or in surrounding blank lines", () => {
    expect(find(["", "const total = compute(prices, rates, 12);", ""])).toEqual({
      at: 6,
      count: 1,
      match: "whitespace",
    });
  });

  test("that differ in quotes and dashes", () => {
    expect(find(['  const name = "one";'])).toEqual({ at: 1, count: 1, match: "unicode" });
  });

  test("that resemble one place and no other", () => {
    expect(find(["  const total = compute(prices, rates, 10);", "  return name"])).toEqual({
      at: 6,
      count: 2,
      match: "nearest",
    });
  });

  test("at the only one of several places that is still ahead", () => {
    expect(find(["  return name;"], 3)).toEqual({ at: 7, count: 1, match: "exact" });
  });
});

describe("a search finds nothing for lines", () => {
  test.each<[string, string[], string]>([
    ["that the code has not", ["launch(rockets);", "await moon();"], "missing"],
    ["that it has twice", ["  return name;", "}"], "ambiguous"],
    ["where there are none", ["", "  "], "empty"],
  ])("%s", (_, search, reason) => {
    expect(find(search)).toBe(reason);
  });
});

test("any stretch of the code is found where it is, or is ambiguous or blank", () => {
  const line = fc.constantFrom("a();", "  b();", "}", "", "c(d);");
  fc.assert(
    fc.property(
      fc.array(line, { minLength: 1, maxLength: 30 }),
      fc.nat(),
      fc.nat(),
      (code, start, length) => {
        const at = start % code.length;
        const search = code.slice(at, at + 1 + (length % (code.length - at)));
        const place = new Locator(code).find(search, 0);
        if (typeof place === "string") {
          expect(place).toBe(search.every((one) => one.trim() === "") ? "empty" : "ambiguous");
          return;
        }
        expect(place.match).toBe("exact");
        expect(code.slice(place.at, place.at + place.count)).toEqual(search);
      },
    ),
  );
});
