import { createHash } from "node:crypto";
import { lstatSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout } from "node:timers/promises";
import { CliError, systemCode } from "../error/index.ts";
import { writeFailure } from "./write-failure.ts";

/** Milliseconds that another process is waited for, which takes a few. */
const PATIENCE_MS = 2_000;
const PAUSE_MS = 3;
/** Milliseconds after which whoever has a lock is taken to be gone, also where its number is another's by now. */
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
    for (const lock of held.splice(0)) rmSync(lock, { force: true });
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
        `${name} is being written by another process, so it was not changed; edit it again`,
      );
    }
    await setTimeout(PAUSE_MS);
  }
  held.push(lock);
}

/** One name for each file, short enough whatever the file's own. */
function lockOf(path: string): string {
  const hash = createHash("sha256").update(basename(path)).digest("hex");
  return join(dirname(path), `.flint-lock-${hash.slice(0, 16)}`);
}

/** Takes the lock where nobody has it. */
function isTaken(lock: string, name: string): boolean {
  try {
    writeFileSync(lock, String(process.pid), { flag: "wx" });
    return true;
  } catch (error) {
    if (systemCode(error) === "EEXIST") return false;
    // On a full disk the lock may be there with nothing in it.
    rmSync(lock, { force: true });
    throw writeFailure(name, error);
  }
}

function isAbandoned(lock: string): boolean {
  try {
    if (Date.now() - lstatSync(lock).mtimeMs > MOST_MS) return true;
    const pid = Number(readFileSync(lock, "utf8"));
    // Nothing in it yet: it is being taken.
    if (pid > 0) process.kill(pid, 0);
    return false;
  } catch (error) {
    return systemCode(error) === "ESRCH";
  }
}
