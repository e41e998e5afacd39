import { existsSync } from "node:fs";
import { chromium } from "playwright-core";

const PATHS = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** The system's Chromium. `CHROMIUM` in the environment names another one. */
export function chromiumPath() {
  const path = process.env.CHROMIUM ?? PATHS.find((one) => existsSync(one));
  if (path !== undefined) return path;
  throw new Error("there is no Chromium here: apt-get install chromium, or name one in CHROMIUM");
}

/** A Chromium without a window, for tests and pictures of the page. It has no sandbox for the superuser. */
export function launchChromium() {
  return chromium.launch({ executablePath: chromiumPath(), chromiumSandbox: process.getuid?.() !== 0 });
}
