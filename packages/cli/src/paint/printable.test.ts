import { expect, test } from "vitest";
import { printableLines } from "./printable.ts";

test("lines keep their breaks, and nothing in them reaches the terminal as a command", () => {
  const shown = printableLines("one\x1b]0;title\x07\n\ttwo\r\n\u202ethree");
  expect(shown).toBe("one␛]0;title␇\n  two␍\n�three");
});
