import { openBrowserSocket } from "./browser-socket.ts";
import type { Platform } from "./platform.ts";

export const browserPlatform: Platform = { openSocket: openBrowserSocket };
