import { fileURLToPath } from "node:url";

/** The repository's root, with a trailing slash. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Files that can be recreated: stamps, locks, downloads, results. Not under version control. */
export const CACHE = `${ROOT}.cache/`;
