import { randomBytes } from "node:crypto";
import { existsSync, mkdirSync, rmdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { systemCode } from "../error/index.ts";

/**
 * Creates a folder and its parents. Returns the created ones, outermost first. Throws the system's error. Unlike this,
 * Node's recursive `mkdir` never returns for folders in `/proc`, where the system reports ENOENT.
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

/** Throws the system's error if the folder cannot be created or written to. Leaves no trace. */
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
    // Another process has put something there since: keep it.
  }
}
