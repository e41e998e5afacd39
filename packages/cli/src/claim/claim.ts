import { randomBytes } from "node:crypto";
import { linkSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { type CliError, systemCode } from "../error/index.ts";
import { isRunning, readIfExists, startTimeOf } from "./running.ts";

/** Makes the error for a path claimed by another process, given its pid; null if it has just made the claim. */
export type Refusal = (holder: number | null) => CliError;

/**
 * Claims `path` for this process with a lock file beside it, until the returned function is called or the process ends.
 * The lock of a dead process is ignored. Throws `refusal`'s error if another process holds the claim.
 */
export function claim(path: string, refusal: Refusal): () => void {
  const lock = `${path}.lock`;
  refuseIfHeld(holderOf(path), refusal);
  removeStaleLock(lock, refusal);
  if (!create(lock)) throw refusal(null);
  return () => rmSync(lock, { force: true });
}

/** Returns the pid of the live process that claims `path`; null if there is none. */
export function holderOf(path: string): number | null {
  return holderIn(`${path}.lock`);
}

/** Error codes of file systems without hard links, such as memory cards. */
const NO_LINKS: ReadonlySet<string | undefined> = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"]);

/** Creates the lock; returns false if it exists. It appears with its content: an empty one would count as stale. */
function create(lock: string): boolean {
  const text = `${process.pid} ${startTimeOf(process.pid) ?? ""}`;
  const draft = uniqueNameBeside(lock);
  writeFileSync(draft, text, { flag: "wx", mode: 0o600 });
  try {
    return createUnlessExists(() => {
      try {
        linkSync(draft, lock);
      } catch (error) {
        if (!NO_LINKS.has(systemCode(error))) throw error;
        writeFileSync(lock, text, { flag: "wx", mode: 0o600 });
      }
    });
  } finally {
    rmSync(draft, { force: true });
  }
}

/** Removes the lock of a dead process. If another process replaced it meanwhile, puts that lock back. */
function removeStaleLock(lock: string, refusal: Refusal): void {
  const away = uniqueNameBeside(lock);
  try {
    renameSync(lock, away);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return;
    throw error;
  }
  const holder = holderIn(away);
  try {
    if (holder !== null) createUnlessExists(() => linkSync(away, lock));
  } finally {
    rmSync(away, { force: true });
  }
  refuseIfHeld(holder, refusal);
}

function uniqueNameBeside(lock: string): string {
  return `${lock}.${randomBytes(4).toString("hex")}`;
}

function createUnlessExists(work: () => void): boolean {
  try {
    work();
    return true;
  } catch (error) {
    if (systemCode(error) === "EEXIST") return false;
    throw error;
  }
}

function refuseIfHeld(holder: number | null, refusal: Refusal): void {
  if (holder !== null) throw refusal(holder);
}

function holderIn(lock: string): number | null {
  const [pid, begun] = (readIfExists(lock) ?? "").split(" ");
  const number = Number(pid);
  if (!Number.isInteger(number) || number <= 0 || number === process.pid) return null;
  return isRunning(number, begun) ? number : null;
}
