import { expect, test } from "vitest";
import { readOptions, UsageError } from "./options.ts";

test("a command's options have defaults", () => {
  expect(readOptions(["show", "use-const", "--count", "20"])).toMatchObject({
    ...{ command: "show", family: "use-const", count: 20, seed: 1, format: "whole", vocabulary: 8192 },
    tokenizer: "tokenizer.json",
  });
});

test.each([["--help"], ["-h"], ["show", "--help"]])("%s %s asks for help", (...args) => {
  expect(readOptions(args)).toBeNull();
});

test.each([
  [["card", "--cuont", "3"], /--cuont/],
  [["show", "--count", "many"], /^--count must be a whole number of at least 1$/],
  [["stream", "--workers", "0"], /--workers/],
  [["extract", "--quality", "12"], /from 0 to 11/],
  [["measures", "--format", "diff"], /whole or lines/],
])("%j is rejected with an error that names the option or its values", (args, message) => {
  expect(() => readOptions(args)).toThrow(UsageError);
  expect(() => readOptions(args)).toThrow(message);
});
