import { execFile } from "node:child_process";
import { existsSync, statSync } from "node:fs";
import { mkdir, realpath } from "node:fs/promises";
import { homedir, tmpdir } from "node:os";
import { join, relative } from "node:path";
import { promisify } from "node:util";
import type { Confinement } from "../../edit/index.ts";
import { overlayPrefix } from "./overlay.ts";
import type { Project } from "./project.ts";
import { copyProject, copyWithLinks, type ProjectCopy } from "./project-copy.ts";
import { SANDBOX_EXEC, seatbeltProfile } from "./seatbelt.ts";
import { homeVariables, shellOf } from "./shell.ts";
import { toolchains } from "./toolchains.ts";

const PROBE_MS = 5_000;
/** System folders that programs need; missing ones are skipped. */
const SYSTEM = ["/usr", "/bin", "/sbin", "/lib", "/lib64", "/etc", "/opt"];

export interface ConfinedCommand {
  readonly command: string;
  readonly args: readonly string[];
  readonly cwd: string;
  readonly env: Readonly<Record<string, string>>;
  /** Whether the arguments are already written as Windows passes them on. */
  readonly verbatim: boolean;
}

let detected: Promise<Confinement> | undefined;

/** Returns the strongest confinement that works on this machine. */
export function detectConfinement(): Promise<Confinement> {
  detected ??= detect();
  return detected;
}

async function detect(): Promise<Confinement> {
  if (
    process.platform === "linux" &&
    (await works("bwrap", [...ISOLATED, ...mountReadOnly(SYSTEM), "--", "true"]))
  )
    return "bubblewrap";
  if (process.platform === "darwin" && (await works(SANDBOX_EXEC, await probe()))) return "sandbox-exec";
  return "none";
}

/** Starts Node by the rules of a check: a system that does not understand them, or keeps Node from starting, fails. */
async function probe(): Promise<string[]> {
  const scratch = await realpath(tmpdir());
  const project = { workspace: scratch, alone: false };
  const profile = seatbeltProfile({
    home: homedir(),
    readable: [...toolchains().folders, process.execPath],
    project,
    scratch,
  });
  return ["-p", profile, "/bin/sh", "-c", '"$0" -e 0', process.execPath];
}

/**
 * Returns the process that runs a shell command on the edited project; with `bubblewrap`, at the project's own path.
 * `scratch`: an empty folder. Throws an Error that names the remedy if the project has to be copied but is too large.
 */
export async function confine(
  line: string,
  project: Project,
  confinement: Confinement,
  scratch: string,
  platform = process.platform,
): Promise<ConfinedCommand> {
  const { PATH = "/usr/bin:/bin", LANG = "C.UTF-8" } = process.env;
  const tools = toolchains();
  const env = { PATH, LANG, CI: "true", NO_COLOR: "1", ...tools.env };
  const shell = shellOf(line, platform);
  const place = join(scratch, "project");
  if (confinement === "bubblewrap") {
    const overlay = project.alone ? null : await overlayPrefix(project, scratch);
    const mounts =
      overlay === null ? mountCopy(project, await copyProject(project, place)) : mountWorkspace(project);
    const read = mountReadOnly([...SYSTEM, ...tools.folders]);
    // Later mounts hide earlier ones: tools are mounted over an otherwise empty home, and the workspace over any folder
    // that contains it.
    const order = project.alone ? [...mounts, ...read] : [...read, ...mounts];
    const sandbox = ["bwrap", ...ISOLATED, ...callerIdentity(), ...order, "--chdir", project.root, "--"];
    const [command = "", ...args] = [...(overlay ?? []), ...sandbox, shell.command, ...shell.args];
    return { command, args, cwd: "/", env: { ...env, HOME: "/tmp", TMPDIR: "/tmp" }, verbatim: false };
  }
  await copyWithLinks(project, place);
  const cwd = join(place, relative(project.workspace, project.root));
  const home = join(scratch, "home");
  await mkdir(home);
  const own = { ...env, ...homeVariables(home, platform) };
  if (confinement === "none") return { ...shell, cwd, env: own };
  const profile = seatbeltProfile({ home: homedir(), readable: tools.folders, project, scratch });
  const args = ["-p", profile, shell.command, ...shell.args];
  return { command: SANDBOX_EXEC, args, cwd, env: own, verbatim: false };
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

/** Overlays are mounted by the root of a namespace, and some programs behave differently as root. */
function callerIdentity(): string[] {
  const [uid, gid] = [process.getuid?.(), process.getgid?.()];
  return uid === undefined || gid === undefined ? [] : ["--uid", String(uid), "--gid", String(gid)];
}

/** Mounts the whole workspace, which has an overlay. */
function mountWorkspace({ workspace }: Project): string[] {
  return ["--bind", workspace, workspace, ...hideGit(workspace)];
}

/** Mounts the copy at the project's path in a read-only workspace; what was not copied is read-only too. */
function mountCopy({ workspace, alone }: Project, { source, folder, shared }: ProjectCopy): string[] {
  return [
    ...(alone ? [] : ["--ro-bind", workspace, workspace, ...hideGit(workspace)]),
    ...["--bind", folder, source],
    ...shared.flatMap((path) => ["--ro-bind", join(source, path), join(source, path)]),
  ];
}

/** Git's data may contain secrets and is not part of the code. */
function hideGit(workspace: string): string[] {
  const git = join(workspace, ".git");
  return existsSync(git) && statSync(git).isDirectory() ? ["--tmpfs", git] : [];
}

function mountReadOnly(folders: readonly string[]): string[] {
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
