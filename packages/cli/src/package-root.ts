import { fileURLToPath } from "node:url";

/** Folder of the installed package. The built code lies flat in `dist`, as deep as this file lies in `src`. */
export const packageRoot = fileURLToPath(new URL("../", import.meta.url));
