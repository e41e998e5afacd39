import { realpathSync } from "node:fs";
import { resolve } from "node:path";

/**
 * Resolves a path and its links; if nothing exists there, returns the absolute path. The system's own function also
 * returns a name as it is on the disk, where the file system does not tell upper from lower case.
 */
export function placeOf(path: string): string {
  try {
    return realpathSync.native(path);
  } catch {
    return resolve(path);
  }
}
