import { expect, test } from "vitest";
import { filesOf } from "./edit-set-options.ts";

test.each([
  [["src/a.js", "lib/../src/a.js"], "src/a.js and lib/../src/a.js are the same file: name it once"],
  [["/src/a.js", "//src/./a.js"], "/src/a.js and //src/./a.js are the same file: name it once"],
  [["a.js", "a.js"], "files names a.js twice: name it once"],
])("without a file system, %j are recognized by name as the same file", (files, message) => {
  expect(() => filesOf({ files, instruction: "x" })).toThrow(message);
});

test("paths above the current folder are different files", () => {
  const files = ["a.js", "../a.js", "../../a.js", "/a.js"];
  expect(filesOf({ files, instruction: "x" })).toHaveLength(4);
});
