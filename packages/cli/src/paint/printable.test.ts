import { expect, test } from "vitest";
import { fitEnd, printable, printableLines, widthOf } from "./printable.ts";

test("lines keep their breaks, and their control characters are made visible", () => {
  const shown = printableLines("one\x1b]0;title\x07\n\ttwo\r\n\u202ethree");
  expect(shown).toBe("one␛]0;title␇\n  two␍\n�three");
});

test.each([
  ["a space of no width", "is\u200bAdmin"],
  ["a joiner within a word", "is\u200dAdmin"],
  ["a mark of direction", "is\u200fAdmin"],
  ["a mark of Arabic direction", "is\u061cAdmin"],
  ["a soft hyphen", "is\u00adAdmin"],
  ["a word joiner", "is\u2060Admin"],
  ["a byte order mark", "is\ufeffAdmin"],
  ["a letter without a glyph", "is\u3164Admin"],
  ["a variation selector", "is\ufe0fAdmin"],
  ["a variation selector of another plane", "is\u{e0100}Admin"],
  ["a tag", "is\u{e0041}Admin"],
  ["a line separator", "is\u2028Admin"],
  ["an embedding of direction", "is\u202eAdmin"],
  ["a C1 control", "is\u009bAdmin"],
])("%s, which nobody sees, is shown", (_, line) => {
  expect(printable(line)).toBe("is�Admin");
});

test.each(["👨‍👩‍👧 👩🏽‍💻 ❤️‍🔥", "1️⃣ ☎︎", "می‌خواهم", "क्‍ष", "café naïve 漢字"])(
  "%s is shown as it is",
  (text) => {
    expect(printable(text)).toBe(text);
  },
);

test("a line is cut to its end by whole visible characters", () => {
  expect(fitEnd("short", 5)).toBe("short");
  expect(fitEnd("a longer line", 5)).toBe("…line");
  expect(fitEnd("漢字漢字漢字", 6)).toBe("…漢字");
  expect(fitEnd(`${"👨‍👩‍👧".repeat(9)}é`, 6)).toBe("…👨‍👩‍👧👨‍👩‍👧é");
});

test("a very long line is cut to its end quickly", () => {
  const begun = performance.now();
  expect(widthOf(fitEnd("漢".repeat(65_536), 77))).toBe(77);
  expect(performance.now() - begun).toBeLessThan(500);
});
