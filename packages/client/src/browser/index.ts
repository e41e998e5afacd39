import type { Platform } from "../platform/index.ts";
import { onOnline } from "./online.ts";
import { openBrowserSocket } from "./socket.ts";

export const browserPlatform: Platform = { openSocket: openBrowserSocket, onOnline };
