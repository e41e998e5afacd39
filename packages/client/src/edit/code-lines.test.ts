import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { applyHunks, splitCode } from "./code-lines.ts";

const code = fc
  .array(fc.constantFrom("a", "\tb", "  ", "", "\r", "\n", "\r\n", "\n\n", "\uFEFF"), { maxLength: 20 })
  .map((parts) => parts.join(""));

test("split lines and endings join to the original code", () => {
  fc.assert(
    fc.property(code, (text) => {
      const { byteOrderMark, texts, endings } = splitCode(text);
      const body = texts.map((line, n) => line + endings[n]).join("");
      expect((byteOrderMark ? "\uFEFF" : "") + body).toBe(text);
    }),
  );
});

describe("applyHunks", () => {
  test("returns the code unchanged to the last byte when there are no hunks", () => {
    fc.assert(
      fc.property(code, (text) => {
        expect(applyHunks(text, [])).toBe(text);
      }),
    );
  });

  const replaceFirst = {
    kind: "replace",
    oldStart: 1,
    oldLines: ["a"],
    newStart: 1,
    newLines: ["x", "y"],
  } as const;

  test.each([
    ["LF", "a\nb\n", "x\ny\nb\n"],
    ["CRLF", "a\r\nb\r\n", "x\r\ny\r\nb\r\n"],
    ["no final newline", "a\nb", "x\ny\nb"],
    ["CRLF without a final newline", "a\r\nb", "x\r\ny\r\nb"],
    ["one line without an ending", "a", "x\ny"],
    ["a byte order mark", "\uFEFFa\nb\n", "\uFEFFx\ny\nb\n"],
  ])("keeps the file's format: %s", (_, before, after) => {
    expect(applyHunks(before, [replaceFirst])).toBe(after);
  });

  test("ends the old last line when lines follow it, and leaves the new last line without an ending", () => {
    const hunk = { kind: "insert", oldStart: 3, oldLines: [], newStart: 3, newLines: ["c"] } as const;
    expect(applyHunks("a\r\nb", [hunk])).toBe("a\r\nb\r\nc");
  });

  test("leaves no extra line ending when the last line is deleted", () => {
    const hunk = { kind: "delete", oldStart: 2, oldLines: ["b"], newStart: 2, newLines: [] } as const;
    expect(applyHunks("a\r\nb", [hunk])).toBe("a");
    expect(applyHunks("a\r\nb\r\n", [hunk])).toBe("a\r\n");
  });
});
