import { createHash } from "node:crypto";
import { lstatSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { CliError, systemCode } from "../error/index.ts";
import { writeFailure } from "./write-failure.ts";

/** How long to wait for another process's lock, which is normally held for a few milliseconds. */
const PATIENCE_MS = 2_000;
const PAUSE_MS = 3;
/** Age in milliseconds after which a lock is stale, even if its pid is in use (it may have been reused). */
const MOST_MS = 10_000;

/** A file to be written. */
export interface Named {
  readonly path: string;
  /** The name that the user gave, for messages. */
  readonly name: string;
}

/**
 * Runs `work` while holding a lock on each file against other Flint processes, so that comparing and replacing a file
 * is not interleaved. A lock is a file in the same folder; locks of killed processes are removed.
 * @throws {CliError} `file_changed` if another process holds a lock for too long, `file_unwritable`, `disk_full`.
 */
export async function whileLocked(files: readonly Named[], work: () => void): Promise<void> {
  const held: string[] = [];
  const release = () => {
    for (const lock of held.splice(0)) rmSync(lock, { force: true });
  };
  // A signal may end the process at any time.
  process.once("exit", release);
  try {
    // Lock in a fixed order to avoid deadlocks.
    for (const file of [...files].sort((one, other) => (one.path < other.path ? -1 : 1)))
      await take(file, held);
    work();
  } finally {
    release();
    process.removeListener("exit", release);
  }
}

async function take({ path, name }: Named, held: string[]): Promise<void> {
  const lock = lockOf(path);
  const end = performance.now() + PATIENCE_MS;
  while (!isTaken(lock, name)) {
    if (isAbandoned(lock)) {
      rmSync(lock, { force: true });
      continue;
    }
    if (performance.now() > end) {
      throw new CliError(
        "file_changed",
        `${name} is being written by another process and was left as it is; edit it again`,
      );
    }
    await setTimeout(PAUSE_MS);
  }
  held.push(lock);
}

/** Returns the file's lock: a hash, since the file's name may already have the maximum length. */
function lockOf(path: string): string {
  const hash = createHash("sha256").update(basename(path)).digest("hex");
  return join(dirname(path), `.flint-lock-${hash.slice(0, 16)}`);
}

/** Tries to take the lock. Returns whether this process now holds it. */
function isTaken(lock: string, name: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (systemCode(error) === "EEXIST") return false;
    // On a full disk, the lock may have been created empty.
    rmSync(lock, { force: true });
    throw writeFailure(name, error);
  }
}

function isAbandoned(lock: string): boolean {
  try {
    if (Date.now() - lstatSync(lock).mtimeMs > MOST_MS) return true;
    const pid = Number(readFileSync(lock, "utf8"));
    // An empty lock is just being created.
    if (pid > 0) process.kill(pid, 0);
    return false;
  } catch (error) {
    return systemCode(error) === "ESRCH";
  }
}
