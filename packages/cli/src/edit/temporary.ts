import { createHash, randomBytes } from "node:crypto";
import { lstatSync, readlinkSync, rmSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { hostname } from "node:os";
import { basename, dirname, join } from "node:path";
import { beginOf, isRunning, readIfThere } from "../claim/index.ts";
import { systemCode } from "../error/index.ts";

/**
 * `new`: content on its way into a file. `old`: what a file held, until all of a set are replaced. `lock`: with the mark
 * of one file, which it keeps for a process.
 */
type Kind = "new" | "old" | `lock-${string}`;

/** Of which machine, which process and when that began, so that it can be told from one that is over. */
const NAME = /^\.flint-(new|old|lock-[0-9a-f]{16})-([0-9a-f]{8})-(\d+)-(\d*)-[0-9a-f]{8}$/;
/** Milliseconds after which one of another machine is nobody's: what it is for takes seconds. */
const MOST_MS = 24 * 3_600_000;

/** A name beside the file that nobody else has. */
export function temporaryBeside(path: string, kind: Kind): string {
  // Not of the file's name, which may be as long as names can be.
  const parts = [kind, machine(), process.pid, beginOf(process.pid) ?? "", randomBytes(4).toString("hex")];
  return join(dirname(path), `.flint-${parts.join("-")}`);
}

/**
 * Removes what one has made. What cannot be removed fails nothing of what it was for: it is nobody's once this process is
 * over, and cleared away then.
 */
export function removeTemporary(path: string): void {
  try {
    rmSync(path, { force: true });
  } catch (error) {
    if (systemCode(error) === undefined) throw error;
  }
}

const cleared = new Set<string>();

/**
 * Removes, once, what processes that were killed have left in a folder. What such a process kept of a file that it had
 * replaced already, while others of its set were not, is there nowhere else: that stays. So does what cannot be removed.
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
    // They are in nobody's way: what matters of the folder shows itself when it is written to.
    if (systemCode(error) === undefined) throw error;
  }
}

function isLeftover(path: string, name: string): boolean {
  const [whole, kind] = NAME.exec(name) ?? [];
  if (whole === undefined) return false;
  const stats = lstatSync(path, { throwIfNoEntry: false });
  if (stats === undefined || !stats.isFile() || (kind === "old" && stats.nlink === 1)) return false;
  // What is known needs no clock, which may jump. The moment is that of the name's making, which a link to an old file
  // has as well.
  return isOver(path) ?? Date.now() - stats.ctimeMs > MOST_MS;
}

/**
 * Whether the process that took this name is over; null where that cannot be told, as of another machine, or of a number
 * that may be another process's by now.
 */
export function isOver(path: string): boolean | null {
  const [, , machineOf, pid, begun] = NAME.exec(basename(path)) ?? [];
  if (machineOf !== machine()) return null;
  if (!isRunning(Number(pid), begun)) return true;
  return begun === "" ? null : false;
}

let known: string | undefined;

/** Where process numbers mean the same: a machine from one start to the next, and one of its containers. */
function machine(): string {
  known ??= createHash("sha256")
    .update([hostname(), readIfThere("/proc/sys/kernel/random/boot_id") ?? "", numbering()].join(" "))
    .digest("hex")
    .slice(0, 8);
  return known;
}

function numbering(): string {
  try {
    return readlinkSync("/proc/self/ns/pid");
  } catch {
    // Not on Linux, or not told.
    return "";
  }
}
