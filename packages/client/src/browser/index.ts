import type { Platform } from "../platform/index.ts";
import { openBrowserSocket } from "./socket.ts";

export const browserPlatform: Platform = { openSocket: openBrowserSocket };
