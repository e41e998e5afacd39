import { createHash } from "node:crypto";
import { lstatSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { CliError, systemCode } from "../error/index.ts";
import { isOver, removeTemporary, temporaryBeside } from "./temporary.ts";
import { writeFailure } from "./write-failure.ts";

/** Milliseconds that another process is waited for, which takes a few. */
const PATIENCE_MS = 2_000;
/** Milliseconds between two tries, at least and at most: two that are in each other's way do not stay so. */
const PAUSE_MS = [2, 10] as const;
/** Milliseconds after which a process of which nothing is known, as on another machine, is taken to be gone. */
const MOST_MS = 10_000;

/** A file that is about to be written. */
export interface Named {
  readonly path: string;
  /** As the person called it, for messages. */
  readonly name: string;
}

/**
 * Does `work` while no other process of this program is at any of the files: each looks whether a file is as it was
 * read, and replaces it then. A lock is a file beside the file, which of a process that was killed is taken away.
 * @throws {CliError} `file_changed` where another process is at it for too long, `file_unwritable`, `disk_full`.
 */
export async function whileLocked(files: readonly Named[], work: () => void): Promise<void> {
  const held: string[] = [];
  const release = () => {
    for (const lock of held.splice(0)) removeTemporary(lock);
  };
  // A signal ends the program wherever it is.
  process.once("exit", release);
  try {
    // In one order everywhere: no two processes wait for each other.
    for (const file of [...files].sort((one, other) => (one.path < other.path ? -1 : 1)))
      await take(file, held);
    work();
  } finally {
    release();
    process.removeListener("exit", release);
  }
}

async function take({ path, name }: Named, held: string[]): Promise<void> {
  const kind = `lock-${markOf(path)}` as const;
  // Each lock has a name of its own: whoever removes one that is void cannot hit one that was taken since.
  const lock = temporaryBeside(path, kind);
  const end = performance.now() + PATIENCE_MS;
  held.push(lock);
  while (!isTaken(lock, kind, name)) {
    if (performance.now() > end) {
      throw new CliError(
        "file_changed",
        `${name} is being written by another process and was left as it is; edit it again`,
      );
    }
    const [least, most] = PAUSE_MS;
    await setTimeout(least + Math.random() * (most - least));
  }
}

/** One mark for each file, short enough whatever the file's own name. */
function markOf(path: string): string {
  return createHash("sha256").update(basename(path)).digest("hex").slice(0, 16);
}

/** Puts the lock there, and takes it back where there is another one: of two, the later one sees the earlier one. */
function isTaken(lock: string, kind: string, name: string): boolean {
  try {
    writeFileSync(lock, "", { flag: "wx" });
    if (isAlone(lock, kind)) return true;
    rmSync(lock, { force: true });
    return false;
  } catch (error) {
    removeTemporary(lock);
    throw writeFailure(name, error);
  }
}

function isAlone(lock: string, kind: string): boolean {
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
    // A folder that may be written and not be read: there nobody sees another one's lock.
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
