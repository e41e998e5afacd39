import { createHash } from "node:crypto";
import { lstatSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { CliError, systemCode } from "../error/index.ts";
import { isOver, removeTemporary, temporaryBeside } from "./temporary.ts";
import { writeFailure } from "./write-failure.ts";

/** How long to wait for another process's lock, which is normally held for a few milliseconds. */
const PATIENCE_MS = 2_000;
/** Shortest and longest pause between tries, in milliseconds: random, so that two processes do not block each other. */
const PAUSE_MS = [2, 10] as const;
/** Age in milliseconds after which a lock is stale if its process is unknown, such as on another machine. */
const MOST_MS = 10_000;

/** A file to be written. */
export interface NamedFile {
  readonly path: string;
  /** The name that the user gave, for messages. */
  readonly name: string;
}

/**
 * Runs `work` while holding a lock on each file against other Flint processes, so that comparing and replacing a file
 * is not interleaved. A lock is a file in the same folder; locks of killed processes are removed.
 * @throws {CliError} `file_changed` if another process holds a lock for too long, `file_unwritable`, `disk_full`.
 */
export async function whileLocked(files: readonly NamedFile[], work: () => void): Promise<void> {
  const held: string[] = [];
  const release = () => {
    for (const lock of held.splice(0)) removeTemporary(lock);
  };
  // A signal may end the process at any time.
  process.once("exit", release);
  try {
    // Lock in a fixed order to avoid deadlocks.
    for (const file of [...files].sort((one, other) => (one.path < other.path ? -1 : 1)))
      await takeLock(file, held);
    work();
  } finally {
    release();
    process.removeListener("exit", release);
  }
}

async function takeLock({ path, name }: NamedFile, held: string[]): Promise<void> {
  const kind = `lock-${hashOfName(path)}` as const;
  // Each lock has a unique name: removing a stale one cannot remove one taken since.
  const lock = temporaryBeside(path, kind);
  const end = performance.now() + PATIENCE_MS;
  held.push(lock);
  while (!tryLock(lock, kind, name)) {
    if (performance.now() > end) {
      throw new CliError(
        "file_changed",
        `${name} is being written by another process, so it was not changed; edit it again`,
      );
    }
    const [least, most] = PAUSE_MS;
    await setTimeout(least + Math.random() * (most - least));
  }
}

/** Returns a hash of the file's name, which itself may already have the maximum length. */
function hashOfName(path: string): string {
  return createHash("sha256").update(basename(path)).digest("hex").slice(0, 16);
}

/**
 * Creates the lock, and removes it again if there is another one: of two processes, the later sees the earlier's lock.
 * Returns whether this process now holds the lock.
 */
function tryLock(lock: string, kind: string, name: string): boolean {
  try {
    writeFileSync(lock, "", { flag: "wx" });
    if (isOnlyLock(lock, kind)) return true;
    rmSync(lock, { force: true });
    return false;
  } catch (error) {
    removeTemporary(lock);
    throw writeFailure(name, error);
  }
}

function isOnlyLock(lock: string, kind: string): boolean {
  const folder = dirname(lock);
  for (const name of namesIn(folder)) {
    if (!name.startsWith(`.flint-${kind}-`) || name === basename(lock)) continue;
    const other = join(folder, name);
    if (!isAbandoned(other)) return false;
    removeTemporary(other);
  }
  return true;
}

function namesIn(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch (error) {
    // The folder is writable but not readable, so other locks cannot be seen.
    if (systemCode(error) === "EACCES") return [];
    throw error;
  }
}

function isAbandoned(lock: string): boolean {
  const over = isOver(lock);
  if (over !== null) return over;
  const made = lstatSync(lock, { throwIfNoEntry: false })?.mtimeMs;
  return made !== undefined && Date.now() - made > MOST_MS;
}
