import { expect, test } from "vitest";
import { fitEnd, printableLines, widthOf } from "./printable.ts";

test("lines keep their breaks, and nothing in them reaches the terminal as a command", () => {
  const shown = printableLines("one\x1b]0;title\x07\n\ttwo\r\n\u202ethree");
  expect(shown).toBe("one␛]0;title␇\n  two␍\n�three");
});

test("a line is cut to its end by whole characters as they are seen", () => {
  expect(fitEnd("short", 5)).toBe("short");
  expect(fitEnd("a longer line", 5)).toBe("…line");
  expect(fitEnd("漢字漢字漢字", 6)).toBe("…漢字");
  expect(fitEnd(`${"👨‍👩‍👧".repeat(9)}é`, 6)).toBe("…👨‍👩‍👧👨‍👩‍👧é");
});

test("the end of the longest instruction is found at once", () => {
  const begun = performance.now();
  expect(widthOf(fitEnd("漢".repeat(65_536), 77))).toBe(77);
  expect(performance.now() - begun).toBeLessThan(500);
});
