import { expect, test } from "vitest";
import { nearest } from "./nearest.ts";

const NAMES = [
  "resume",
  "record",
  "replay",
  "edit",
  "serve",
  "keys",
  "models",
  "pull",
  "doctor",
  "acp",
  "maxOutputTokens",
];

test.each([
  ["edti", "edit"],
  ["Serve", "serve"],
  ["model", "models"],
  ["recrod", "record"],
  ["docter", "doctor"],
  ["key", "keys"],
  ["max_output_tokens", "maxOutputTokens"],
])("the nearest name to %s is %s", (word, name) => {
  expect(nearest(word, NAMES)).toBe(name);
});

test.each(["nope", "x", "", "app.ts", "src", "documentation"])("no name is near %j", (word) => {
  expect(nearest(word, NAMES)).toBeNull();
});

test("a word far longer than any name has no nearest name and is not compared", () => {
  expect(nearest("edit".repeat(1_000_000), NAMES)).toBeNull();
});
