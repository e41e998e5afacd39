import { readFileSync } from "node:fs";
import { systemCode } from "../error/index.ts";

/** Whether the process that had this number, and began then (as {@link beginOf} has it), still runs. */
export function isRunning(pid: number, begun: string | undefined): boolean {
  // Another process may have the number by now.
  if (process.platform === "linux") return begun !== undefined && beginOf(pid) === begun;
  return isAlive(pid);
}

/** When a process of Linux began, in the kernel's ticks; null if it is over. */
export function beginOf(pid: number): string | null {
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

/** Null where there is no such file. */
export function readIfThere(path: string): string | null {
  try {
    return readFileSync(path, "utf8");
  } catch (error) {
    const code = systemCode(error);
    if (code === "ENOENT" || code === "ESRCH") return null;
    throw error;
  }
}
