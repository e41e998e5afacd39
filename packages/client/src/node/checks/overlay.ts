import { execFile } from "node:child_process";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { holds, type Project } from "./project.ts";

const PROBE_MS = 5_000;

/**
 * Mounts an overlay over the folder `$1`, in a separate mount namespace: writes go to `$2`, and the folder itself does
 * not change. Then executes the program in the remaining arguments.
 */
const MOUNTED =
  'mount -t overlay overlay -o "lowerdir=$1,upperdir=$2,workdir=$3,userxattr" "$1" && shift 3 && exec "$@"';

/**
 * Returns the command prefix that runs a program with the edited files in the workspace and lets it write anywhere
 * there without changing the real files (overlayfs, Linux 5.11 and later). `scratch`: an empty folder for what is
 * written. Null if this is not possible: without unprivileged namespaces, or if another file system is mounted within
 * the workspace.
 */
export async function overlayPrefix(
  { workspace, edited }: Project,
  scratch: string,
): Promise<string[] | null> {
  // These characters would have to be escaped in the mount options.
  if (/[\\:,"]/u.test(workspace + scratch) || (await hasMounts(workspace))) return null;
  const [upper, work] = [join(scratch, "upper"), join(scratch, "work")];
  await Promise.all([mkdir(upper), mkdir(work)]);
  const namespaces = ["--user", "--map-root-user", "--mount"];
  const args = [...namespaces, "--", "/bin/sh", "-c", MOUNTED, "sh", workspace, upper, work];
  try {
    await promisify(execFile)("unshare", [...args, "true"], { timeout: PROBE_MS });
  } catch {
    // Not installed, not allowed here, or not supported by these file systems.
    return null;
  }
  for (const { file, code } of edited) {
    const over = join(upper, relative(workspace, file));
    await mkdir(dirname(over), { recursive: true });
    // Copy the original first, to keep its mode: a script stays executable.
    await cp(file, over);
    await writeFile(over, code);
  }
  return ["unshare", ...args];
}

/** Returns whether anything is mounted below the folder: an overlay would hide it. */
async function hasMounts(folder: string): Promise<boolean> {
  const mounts = await readFile("/proc/self/mountinfo", "utf8");
  const places = mounts.split("\n").map((line) => decodeMountPoint(line.split(" ")[4] ?? ""));
  return places.some((place) => place !== folder && holds(folder, place));
}

/** Decodes a mount point: the kernel writes white space and backslashes in octal. */
function decodeMountPoint(place: string): string {
  return place.replace(/\\([0-7]{3})/gu, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  );
}
