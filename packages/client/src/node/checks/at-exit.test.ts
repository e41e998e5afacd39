import { expect, test } from "vitest";
import { atExit } from "./at-exit.ts";

test("any number of clean-ups are one listener of the process, and none is left behind", () => {
  const before = process.listenerCount("exit");
  const offs = Array.from({ length: 40 }, () => atExit(() => undefined));
  expect(process.listenerCount("exit")).toBe(before + 1);
  for (const off of offs) off();
  expect(process.listenerCount("exit")).toBe(before);
});
