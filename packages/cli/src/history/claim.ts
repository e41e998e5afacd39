import { linkSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { CliError, systemCode } from "../error/index.ts";

/**
 * Makes a session this process's own, until the returned function is called or the process has ended.
 * @throws {CliError} `session_open` while another process has it.
 */
export function claim(path: string): () => void {
  const lock = `${path}.lock`;
  refuseIfHeld(holderOf(path));
  clearAway(lock);
  try {
    writeFileSync(lock, `${process.pid} ${beginOf(process.pid) ?? ""}`, { flag: "wx", mode: 0o600 });
  } catch (error) {
    if (systemCode(error) !== "EEXIST") throw error;
    throw new CliError("session_open", "that session was just opened by another process; go on there");
  }
  return () => rmSync(lock, { force: true });
}

/** Removes a lock whose process is over. One that another process has put there since is put back. */
function clearAway(lock: string): void {
  const away = `${lock}.${process.pid}`;
  try {
    renameSync(lock, away);
  } catch (error) {
    if (systemCode(error) === "ENOENT") return;
    throw error;
  }
  const holder = holderIn(away);
  try {
    if (holder !== null) linkSync(away, lock);
  } catch (error) {
    if (systemCode(error) !== "EEXIST") throw error;
  } finally {
    rmSync(away, { force: true });
  }
  refuseIfHeld(holder);
}

function refuseIfHeld(holder: number | null): void {
  if (holder === null) return;
  throw new CliError(
    "session_open",
    `that session is open in process ${holder}; go on there, or end it first`,
  );
}

/** The living process that has a session open; null if there is none. */
export function holderOf(path: string): number | null {
  return holderIn(`${path}.lock`);
}

function holderIn(lock: string): number | null {
  const [pid, begun] = (readIfThere(lock) ?? "").split(" ");
  const number = Number(pid);
  if (!Number.isInteger(number) || number <= 0 || number === process.pid) return null;
  // Another process may have the number by now.
  if (process.platform === "linux") return begun !== undefined && beginOf(number) === begun ? number : null;
  return isAlive(number) ? number : null;
}

/** When a process of Linux began, in the kernel's ticks; null if it is over. */
function beginOf(pid: number): string | null {
  // The name of its program, which comes second, may hold anything, also a bracket.
  const fields = readIfThere(`/proc/${pid}/stat`)
    ?.replace(/^.*\) /s, "")
    .split(" ");
  return fields === undefined || fields[0] === "Z" ? null : (fields[19] ?? null);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // A process of another person is one all the same.
    return systemCode(error) === "EPERM";
  }
}

function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const code = systemCode(error);
    if (code === "ENOENT" || code === "ESRCH") return null;
    throw error;
  }
}
