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
])("%s is nearest to %s", (word, name) => {
  expect(nearest(word, NAMES)).toBe(name);
});

test.each(["nope", "x", "", "app.ts", "src", "documentation"])("nothing is near to %j", (word) => {
  expect(nearest(word, NAMES)).toBeNull();
});

test("a word that is too long to be a name costs nothing", () => {
  expect(nearest("edit".repeat(1_000_000), NAMES)).toBeNull();
});
