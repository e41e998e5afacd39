import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, rmdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { systemCode } from "../error/index.ts";

/**
 * Makes a folder and those above it, and returns those made, the outermost first. Node's own (`recursive`) never
 * returns where the system takes no folder and says that something is missing, as in `/proc`. Throws what the system
 * says.
 */
export function makeFolder(path: string, mode = 0o777): string[] {
  const full = resolve(path);
  try {
    mkdirSync(full, { mode });
    return [full];
  } catch (error) {
    if (statSync(full, { throwIfNoEntry: false })?.isDirectory()) return [];
    const parent = dirname(full);
    if (systemCode(error) !== "ENOENT" || existsSync(parent)) throw error;
    return [...makeFolder(parent, mode), ...makeFolder(full, mode)];
  }
}

/** Throws what the system says where a folder is not there and cannot be made, or takes no file. Leaves no trace. */
export function probeFolder(folder: string): void {
  const made = makeFolder(folder, 0o700);
  try {
    const probe = join(folder, `.probe-${randomBytes(4).toString("hex")}`);
    writeFileSync(probe, "", { flag: "wx" });
    rmSync(probe);
  } finally {
    for (const one of made.reverse()) removeIfEmpty(one);
  }
}

function removeIfEmpty(folder: string): void {
  try {
    rmdirSync(folder);
  } catch {
    // Another process put something there since: it stays.
  }
}
