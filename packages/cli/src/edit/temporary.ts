import { createHash, randomBytes } from "node:crypto";
import { lstatSync, readlinkSync, rmSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { isRunning, readIfExists, startTimeOf } from "../claim/index.ts";
import { systemCode } from "../error/index.ts";

/**
 * `new`: a file's new content. `old`: its previous content, until all files of a set are replaced. `lock`: a process's
 * lock on the file with this hash.
 */
type Kind = "new" | "old" | `lock-${string}`;

/** The name contains machine, process and the process's start time, to tell whether the process still runs. */
const NAME = /^\.flint-(new|old|lock-[0-9a-f]{16})-([0-9a-f]{8})-(\d+)-(\d*)-[0-9a-f]{8}$/;
/** Age in milliseconds after which a file of an unknown process is a leftover: it is needed for seconds only. */
const MOST_MS = 24 * 3_600_000;

/** Returns a unique name in the file's folder. */
export function temporaryBeside(path: string, kind: Kind): string {
  // Not derived from the file's name, which may already have the maximum length.
  const parts = [
    kind,
    machine(),
    process.pid,
    startTimeOf(process.pid) ?? "",
    randomBytes(4).toString("hex"),
  ];
  return join(dirname(path), `.flint-${parts.join("-")}`);
}

/** Removes a temporary file. Failures are ignored: once this process has ended, the file is cleared as a leftover. */
export function removeTemporary(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
  }
}

const cleared = new Set<string>();

/**
 * Removes the leftovers of killed processes from a folder, once per process. Keeps an old version of a file that was
 * replaced while others of its set were not, since it exists nowhere else. Failures to remove are ignored.
 */
export async function clearLeftovers(folder: string): Promise<void> {
  if (cleared.has(folder)) return;
  cleared.add(folder);
  try {
    for (const name of await readdir(folder)) {
      if (!name.startsWith(".flint-")) continue;
      const path = join(folder, name);
      if (isLeftover(path, name)) removeTemporary(path);
    }
  } catch (error) {
    // Leftovers do no harm; a real problem with the folder shows when it is written to.
    if (systemCode(error) === undefined) throw error;
  }
}

function isLeftover(path: string, name: string): boolean {
  const [whole, kind] = NAME.exec(name) ?? [];
  if (whole === undefined) return false;
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined || !stats.isFile() || (kind === "old" && stats.nlink === 1)) return false;
  // Prefer the state of the process, since clocks can jump. `ctime` is when the name was created, also for a link to an
  // old file.
  return isOver(path) ?? Date.now() - stats.ctimeMs > MOST_MS;
}

/**
 * Whether the process that created this name has ended; null if unknown: on another machine, or if its pid may have been
 * reused.
 */
export function isOver(path: string): boolean | null {
  const [, , machineOf, pid, begun] = NAME.exec(basename(path)) ?? [];
  if (machineOf !== machine()) return null;
  if (!isRunning(Number(pid), begun)) return true;
  return begun === "" ? null : false;
}

let known: string | undefined;

/** Identifies the scope of pids: a machine's boot, and a container on it. */
function machine(): string {
  known ??= createHash("sha256")
    .update([hostname(), readIfExists("/proc/sys/kernel/random/boot_id") ?? "", pidNamespace()].join(" "))
    .digest("hex")
    .slice(0, 8);
  return known;
}

function pidNamespace(): string {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    // Not on Linux, or not readable.
    return "";
  }
}
