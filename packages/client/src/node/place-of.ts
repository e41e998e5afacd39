import { realpathSync } from "node:fs";
import { resolve } from "node:path";

/** Resolves a path and its links; if nothing exists there, returns the absolute path. */
export function placeOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
