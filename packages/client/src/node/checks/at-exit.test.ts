import { expect, test } from "vitest";
import { atExit } from "./at-exit.ts";

test("all clean-ups share one exit listener, which is removed with the last of them", () => {
  const before = process.listenerCount("exit");
  const offs = Array.from({ length: 40 }, () => atExit(() => undefined));
  expect(process.listenerCount("exit")).toBe(before + 1);
  for (const off of offs) off();
  expect(process.listenerCount("exit")).toBe(before);
});
