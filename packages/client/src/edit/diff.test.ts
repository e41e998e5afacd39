import { applyPatch } from "diff";
import fc from "fast-check";
import { expect, test } from "vitest";
import { replacementDiff, unifiedDiff } from "./diff.ts";

const code = fc
  .array(fc.constantFrom("a\n", "b\n", "\n", "c\r\n", "end"), { maxLength: 20 })
  .map((lines) => lines.join(""));

test("a diff has git's headers and three lines of context", () => {
  expect(unifiedDiff("1\n2\n3\n4\n5\n", "1\n2\n3\n4\n6\n", "/src\\a.js")).toBe(
    "--- a/src/a.js\n+++ b/src/a.js\n@@ -2,4 +2,4 @@\n 2\n 3\n 4\n-5\n+6\n",
  );
});

test("the diff of equal texts is empty", () => {
  expect(unifiedDiff("a\n", "a\n", "a.js")).toBe("");
});

test("a diff applied to the original gives the edited code", () => {
  fc.assert(
    fc.property(code, code, (before, after) => {
      fc.pre(before !== after);
      expect(applyPatch(before, unifiedDiff(before, after, "a.js"), { autoConvertLineEndings: false })).toBe(
        after,
      );
    }),
  );
});

test("a diff that replaces the whole text applies to the original", () => {
  fc.assert(
    fc.property(code, code, (before, after) => {
      fc.pre(before !== "" && after !== "");
      expect(
        applyPatch(before, replacementDiff("a/x", "b/x", before, after), { autoConvertLineEndings: false }),
      ).toBe(after);
    }),
  );
});
