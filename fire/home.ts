import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The repository's root folder, independent of where this code was bundled to. */
const ROOT = dirname(dirname(createRequire(import.meta.url).resolve("@flint/fire/package.json")));

/** Returns the path of a file in the repository. */
export function repositoryFile(...parts: readonly string[]): string {
  return join(ROOT, ...parts);
}
