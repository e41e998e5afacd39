import { fileURLToPath } from "node:url";

/** Folder of the installed package. Built code is flat in `dist`, at the same depth as this file in `src`. */
export const packageRoot = fileURLToPath(new URL("../", import.meta.url));
