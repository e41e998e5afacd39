import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { promisify } from "node:util";
import type { SandboxLimits } from "./limits.ts";

/**
 * What keeps a program from the rest of the machine, the strongest first.
 * - `bubblewrap`: namespaces of its own; of the file system it sees the runtime and its own folder.
 * - `namespaces`: no network, by the kernel; files and processes are kept from it by the runtime's own permissions.
 * - `permissions`: the runtime's own permissions alone. They stop a model's mistakes, not an attack.
 */
export type Confinement = "bubblewrap" | "namespaces" | "permissions";

const PROBE_MS = 5_000;
/** What programs need of the system to start; whatever of it does not exist is left out. */
const SYSTEM_FOLDERS = ["/usr", "/bin", "/lib", "/lib64", "/etc/ld.so.cache", "/etc/alternatives"];

/** The strongest confinement that works here. */
export async function detectConfinement(): Promise<Confinement> {
  if (process.platform !== "linux") return "permissions";
  if (await works("bwrap", [...bubblewrap([]), "true"])) return "bubblewrap";
  if (await works("unshare", [...UNSHARE, "true"])) return "namespaces";
  return "permissions";
}

export interface Command {
  readonly command: string;
  readonly args: readonly string[];
}

/** The command inside its confinement and with its limits. `folders` is what it may read beside the system. */
export function confine(
  { command, args }: Command,
  confinement: Confinement,
  limits: SandboxLimits,
  folders: readonly string[],
): Command {
  const limited = process.platform === "win32" ? [command, ...args] : limitedBy(limits, [command, ...args]);
  const [first = command, ...rest] = limited;
  switch (confinement) {
    case "bubblewrap":
      return { command: "bwrap", args: [...bubblewrap(folders), ...limited] };
    case "namespaces":
      return { command: "unshare", args: [...UNSHARE, ...limited] };
    case "permissions":
      return { command: first, args: rest };
  }
}

/** `-d` counts what a program can write to: unlike `-v`, it leaves out what V8 only reserves. */
function limitedBy({ cpuSeconds, memoryMib }: SandboxLimits, command: readonly string[]): string[] {
  const script = `ulimit -c 0; ulimit -t ${cpuSeconds}; ulimit -d ${memoryMib * 1024} 2>/dev/null; exec "$@"`;
  return ["/bin/sh", "-c", script, "sh", ...command];
}

const UNSHARE = ["--user", "--map-root-user", "--net", "--"];

function bubblewrap(folders: readonly string[]): string[] {
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

async function works(command: string, args: readonly string[]): Promise<boolean> {
  try {
    await promisify(execFile)(command, [...args], { timeout: PROBE_MS });
    return true;
  } catch {
    // Not installed, or not allowed here: the next best is tried.
    return false;
  }
}
