import { readFileSync } from "node:fs";
import { systemCode } from "../error/index.ts";

/** Whether the process with this pid and start time (from {@link startTimeOf}) is still running. */
export function isRunning(pid: number, begun: string | undefined): boolean {
  // The pid may have been reused.
  if (process.platform === "linux") return begun !== undefined && startTimeOf(pid) === begun;
  return isAlive(pid);
}

/** Returns a Linux process's start time in kernel ticks; null if it has ended. */
export function startTimeOf(pid: number): string | null {
  // The program name, the second field, may contain anything, including parentheses.
  const fields = readIfExists(`/proc/${pid}/stat`)
    ?.replace(/^.*\) /s, "")
    .split(" ");
  return fields === undefined || fields[0] === "Z" ? null : (fields[19] ?? null);
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: the process exists but belongs to another user.
    return systemCode(error) === "EPERM";
  }
}

/** Returns null if the file does not exist. */
export function readIfExists(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const code = systemCode(error);
    if (code === "ENOENT" || code === "ESRCH") return null;
    throw error;
  }
}
