import { expect, test } from "vitest";
import { nearest } from "./nearest.ts";

const NAMES = ["resume", "record", "replay", "edit", "serve", "keys", "models", "pull", "doctor", "acp"];

test.each([
  ["edti", "edit"],
  ["Serve", "serve"],
  ["model", "models"],
  ["recrod", "record"],
  ["docter", "doctor"],
  ["key", "keys"],
])("%s is nearest to %s", (word, name) => {
  expect(nearest(word, NAMES)).toBe(name);
});

test.each(["nope", "x", "", "app.ts", "src", "documentation"])("nothing is near to %j", (word) => {
  expect(nearest(word, NAMES)).toBeNull();
});
