import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import type { SandboxLimits } from "./limits.ts";

/**
 * How a program is isolated from the machine, strongest first.
 * - `bubblewrap`: separate namespaces; of the file system, only the runtime and the program's folder are visible.
 * - `namespaces`: the kernel denies the network; the runtime's permissions deny files and processes.
 * - `permissions`: only the runtime's permissions. They stop a model's mistakes, but not an attack.
 */
export type Confinement = "bubblewrap" | "namespaces" | "permissions";

const PROBE_MS = 5_000;
/** System paths that programs need to start; missing ones are skipped. */
const SYSTEM_FOLDERS = ["/usr", "/bin", "/lib", "/lib64", "/etc/ld.so.cache", "/etc/alternatives"];

/** Returns the strongest confinement that works on this machine. */
export async function detectConfinement(): Promise<Confinement> {
  if (process.platform !== "linux") return "permissions";
  if (await canRun("bwrap", [...bubblewrapArguments([]), "true"])) return "bubblewrap";
  if (await canRun("unshare", [...UNSHARE_ARGUMENTS, "true"])) return "namespaces";
  return "permissions";
}

export interface Command {
  readonly command: string;
  readonly args: readonly string[];
}

/** Wraps a command in its confinement and limits. `folders`: what it may read besides the system. */
export function confine(
  { command, args }: Command,
  confinement: Confinement,
  limits: SandboxLimits,
  folders: readonly string[],
): Command {
  const limited = process.platform === "win32" ? [command, ...args] : withLimits(limits, [command, ...args]);
  const [first = command, ...rest] = limited;
  switch (confinement) {
    case "bubblewrap":
      return { command: "bwrap", args: [...bubblewrapArguments(folders), ...limited] };
    case "namespaces":
      return { command: "unshare", args: [...UNSHARE_ARGUMENTS, ...limited] };
    case "permissions":
      return { command: first, args: rest };
  }
}

/** Limits memory with `-d`, which counts writable memory: unlike `-v`, it excludes most of what V8 only reserves. */
function withLimits({ cpuSeconds, memoryMib }: SandboxLimits, command: readonly string[]): string[] {
  const script = `ulimit -c 0; ulimit -t ${cpuSeconds}; ulimit -d ${memoryMib * 1024} 2>/dev/null; exec "$@"`;
  return ["/bin/sh", "-c", script, "sh", ...command];
}

const UNSHARE_ARGUMENTS = ["--user", "--map-root-user", "--net", "--"];

function bubblewrapArguments(folders: readonly string[]): string[] {
  const readable = [...SYSTEM_FOLDERS, ...folders].filter((folder) => existsSync(folder));
  return [
    "--unshare-all",
    "--die-with-parent",
    "--new-session",
    "--cap-drop",
    "ALL",
    "--proc",
    "/proc",
    "--dev",
    "/dev",
    "--tmpfs",
    "/tmp",
    ...readable.flatMap((folder) => ["--ro-bind", folder, folder]),
    "--",
  ];
}

async function canRun(command: string, args: readonly string[]): Promise<boolean> {
  try {
    await promisify(execFile)(command, [...args], { timeout: PROBE_MS });
    return true;
  } catch {
    // Not installed or not permitted on this machine: the caller tries the next weaker one.
    return false;
  }
}
