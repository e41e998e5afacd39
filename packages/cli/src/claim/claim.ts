import { randomBytes } from "node:crypto";
import { linkSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { type CliError, systemCode } from "../error/index.ts";
import { beginOf, isRunning, readIfThere } from "./running.ts";

/** What to tell of a claim that another process has: its number, or null where it has just made it. */
export type Refusal = (holder: number | null) => CliError;

/**
 * Makes what is at `path` this process's own, by a lock beside it, until the returned function is called or the process
 * has ended. A lock whose process is over is void. Throws what `refusal` makes while another process has it.
 */
export function claim(path: string, refusal: Refusal): () => void {
  const lock = `${path}.lock`;
  refuseIfHeld(holderOf(path), refusal);
  clearAway(lock, refusal);
  if (!create(lock)) throw refusal(null);
  return () => rmSync(lock, { force: true });
}

/** The living process that has what is at `path`; null if there is none. */
export function holderOf(path: string): number | null {
  return holderIn(`${path}.lock`);
}

/** Where hard links cannot be made, as on a memory card. */
const NO_LINKS: ReadonlySet<string | undefined> = new Set(["EPERM", "ENOTSUP", "EOPNOTSUPP", "ENOSYS"]);

/** False where there is a lock. It appears with its text in it: an empty one would be taken for void. */
function create(lock: string): boolean {
  const text = `${process.pid} ${beginOf(process.pid) ?? ""}`;
  const draft = beside(lock);
  writeFileSync(draft, text, { flag: "wx", mode: 0o600 });
  try {
    return unlessTaken(() => {
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

/** Removes a lock whose process is over. One that another process has put there since is put back. */
function clearAway(lock: string, refusal: Refusal): void {
  const away = beside(lock);
  try {
    renameSync(lock, away);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return;
    throw error;
  }
  const holder = holderIn(away);
  try {
    if (holder !== null) unlessTaken(() => linkSync(away, lock));
  } finally {
    rmSync(away, { force: true });
  }
  refuseIfHeld(holder, refusal);
}

function beside(lock: string): string {
  return `${lock}.${randomBytes(4).toString("hex")}`;
}

function unlessTaken(work: () => void): boolean {
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
  const [pid, begun] = (readIfThere(lock) ?? "").split(" ");
  const number = Number(pid);
  if (!Number.isInteger(number) || number <= 0 || number === process.pid) return null;
  return isRunning(number, begun) ? number : null;
}
