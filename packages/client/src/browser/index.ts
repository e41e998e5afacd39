import type { Platform } from "../platform/index.ts";
import { loadEdits } from "./load-edits.ts";
import { onOnline } from "./online.ts";
import { openBrowserSocket } from "./socket.ts";

export const browserPlatform: Platform = { openSocket: openBrowserSocket, loadEdits, onOnline };
