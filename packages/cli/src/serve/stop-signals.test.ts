import { expect, test } from "vitest";
import { handleHangups } from "./hangups.ts";
import { stopSignals } from "./stop-signals.ts";

test("on Windows a server whose window is closed stops, instead of reading its settings again", () => {
  expect(stopSignals("win32")).toContain("SIGHUP");
  const before = process.listenerCount("SIGHUP");
  const hangups = handleHangups("win32");
  expect(process.listenerCount("SIGHUP")).toBe(before);
  hangups.take(() => undefined);
  hangups.close();
});

test.each(["linux", "darwin"] as const)("on %s, SIGHUP applies changed settings", (platform) => {
  expect(stopSignals(platform)).toEqual(["SIGINT", "SIGTERM"]);
  const before = process.listenerCount("SIGHUP");
  const hangups = handleHangups(platform);
  expect(process.listenerCount("SIGHUP")).toBe(before + 1);
  hangups.close();
  expect(process.listenerCount("SIGHUP")).toBe(before);
});
