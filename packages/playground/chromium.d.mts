import type { Browser } from "playwright-core";

/** The system's Chromium. `CHROMIUM` in the environment names another one. */
export function chromiumPath(): string;

/** A Chromium without a window, for tests and pictures of the page. */
export function launchChromium(): Promise<Browser>;
