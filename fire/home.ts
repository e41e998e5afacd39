import { createRequire } from "node:module";
import { dirname, join } from "node:path";

/** The folder of the repository, from wherever this code was bundled to. */
const ROOT = dirname(dirname(createRequire(import.meta.url).resolve("@flint/fire/package.json")));

/** The path of a file of the repository. */
export function repositoryFile(...parts: readonly string[]): string {
  return join(ROOT, ...parts);
}
