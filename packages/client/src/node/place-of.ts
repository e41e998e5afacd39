import { realpathSync } from "node:fs";
import { resolve } from "node:path";

/** Where a path leads, links followed; one that leads nowhere is told from the root. */
export function placeOf(path: string): string {
  try {
    return realpathSync(path);
  } catch {
    return resolve(path);
  }
}
