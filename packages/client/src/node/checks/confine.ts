import { execFile } from "node:child_process";
import { existsSync } from "node:fs";
import { mkdir } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import type { Confinement } from "../../edit/index.ts";
import { linkShared, type ProjectCopy } from "./project-copy.ts";

const PROBE_MS = 5_000;
/** What programs need of the system; whatever of it does not exist is left out. */
const SYSTEM = ["/usr", "/bin", "/sbin", "/lib", "/lib64", "/etc", "/opt"];

export interface Confined {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
}

let detected: Promise<Confinement> | undefined;

/** The strongest confinement that works here. */
export function detectConfinement(): Promise<Confinement> {
  detected ??= detect();
  return detected;
}

async function detect(): Promise<Confinement> {
  if (
    process.platform === "linux" &&
    (await works("bwrap", [...ISOLATED, ...readable(SYSTEM), "--", "true"]))
  )
    return "bubblewrap";
  if (
    process.platform === "darwin" &&
    (await works("sandbox-exec", ["-p", "(version 1)(allow default)", "true"]))
  )
    return "sandbox-exec";
  return "none";
}

/** A line for the shell, to be run on the copy: in `bubblewrap` it is where the project is. */
export async function confine(line: string, copy: ProjectCopy, confinement: Confinement): Promise<Confined> {
  const { PATH = "/usr/bin:/bin", LANG = "C.UTF-8" } = process.env;
  const env = { PATH, LANG, HOME: "/tmp", TMPDIR: "/tmp", CI: "true", NO_COLOR: "1" };
  const shell = process.platform === "win32" ? ["cmd", "/d", "/s", "/c"] : ["/bin/sh", "-c"];
  const [command = "", ...args] = [...shell, line];
  if (confinement === "bubblewrap") {
    return { command: "bwrap", args: [...(await bubblewrap(copy)), "--", command, ...args], cwd: "/", env };
  }
  await linkShared(copy);
  const home = join(copy.folder, ".flint-home");
  await mkdir(home, { recursive: true });
  const own = { ...env, HOME: home, TMPDIR: home };
  if (confinement === "none") return { command, args, cwd: copy.folder, env: own };
  const profile = `(version 1)(allow default)(deny network*)(deny file-write*)(allow file-write* (subpath ${JSON.stringify(copy.folder)}) (subpath "/dev"))`;
  return { command: "sandbox-exec", args: ["-p", profile, command, ...args], cwd: copy.folder, env: own };
}

const ISOLATED = [
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
];

async function bubblewrap({ root, folder, shared }: ProjectCopy): Promise<string[]> {
  // A runtime under the person's home, as version managers have it; nothing else of the home is seen.
  const runtime = dirname(dirname(process.execPath));
  const outside = [...SYSTEM, ...(runtime.startsWith(homedir()) ? [runtime] : [])];
  return [
    ...ISOLATED,
    ...readable(outside),
    "--bind",
    folder,
    root,
    ...shared.flatMap((path) => ["--ro-bind", join(root, path), join(root, path)]),
    "--chdir",
    root,
  ];
}

function readable(folders: readonly string[]): string[] {
  return folders.filter((folder) => existsSync(folder)).flatMap((folder) => ["--ro-bind", folder, folder]);
}

async function works(command: string, args: readonly string[]): Promise<boolean> {
  try {
    await promisify(execFile)(command, [...args], { timeout: PROBE_MS });
    return true;
  } catch {
    // Not installed, or not allowed here.
    return false;
  }
}
