import { expect, test } from "vitest";
import { namedDiff } from "./named-diff.ts";

const DIFF = "--- original\n+++ edited\n@@ -1,1 +1,1 @@\n-a\n+b\n";

test.each([
  ["src/a.js", "src/a.js"],
  ["./src/a.js", "src/a.js"],
  ["src/../src/a.js", "src/a.js"],
  ["/project/src/a.js", "src/a.js"],
  ["..a.js", "..a.js"],
  ["../other/a.js", "other/a.js"],
])("the diff of %s names the file as git does", (name, path) => {
  expect(namedDiff(DIFF, name, "/project")).toMatch(`--- a/${path}\n+++ b/${path}\n@@`);
});

test("a name with a space is followed by a tab, so that patch reads all of it", () => {
  expect(namedDiff(DIFF, "a file.js", "/project")).toMatch("--- a/a file.js\t\n+++ b/a file.js\t\n@@");
});

test("a name with a tab or a newline is quoted", () => {
  expect(namedDiff(DIFF, 'a\t"b"\n.js', "/project")).toMatch(
    '--- "a/a\\011\\"b\\"\\012.js"\n+++ "b/a\\011\\"b\\"\\012.js"\n@@',
  );
});
