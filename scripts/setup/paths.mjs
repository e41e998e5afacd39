import { fileURLToPath } from "node:url";

/** The repository's root, with a slash at its end. */
export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** Everything that the scripts may forget: stamps, locks, downloads, results. Not under version control. */
export const CACHE = `${ROOT}.cache/`;
