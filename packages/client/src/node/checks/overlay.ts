import { execFile } from "node:child_process";
import { cp, mkdir, readFile, writeFile } from "node:fs/promises";
import { dirname, join, relative } from "node:path";
import { promisify } from "node:util";
import { holds, type Project } from "./project.ts";

const PROBE_MS = 5_000;

/**
 * Mounts an overlay over the folder `$1` in a mount namespace of its own: what is written goes to `$2`, and the folder
 * itself stays as it is. Then it becomes the program that follows.
 */
const MOUNTED =
  'mount -t overlay overlay -o "lowerdir=$1,upperdir=$2,workdir=$3,userxattr" "$1" && shift 3 && exec "$@"';

/**
 * What to put before a program and its arguments so that it finds the edited files in the workspace and may write to
 * all of it, though nothing there is touched (overlayfs, Linux 5.11 and later). `scratch`: an empty folder that takes
 * what is written. Null where that cannot be done: without unprivileged namespaces, or where another file system is
 * mounted in the workspace.
 */
export async function overlaid({ workspace, edited }: Project, scratch: string): Promise<string[] | null> {
  // They would have to be escaped among the mount's options.
  if (/[\\:,"]/u.test(workspace + scratch) || (await hasMounts(workspace))) return null;
  const [upper, work] = [join(scratch, "upper"), join(scratch, "work")];
  await Promise.all([mkdir(upper), mkdir(work)]);
  const namespaces = ["--user", "--map-root-user", "--mount"];
  const args = [...namespaces, "--", "/bin/sh", "-c", MOUNTED, "sh", workspace, upper, work];
  try {
    await promisify(execFile)("unshare", [...args, "true"], { timeout: PROBE_MS });
  } catch {
    // Not installed, not allowed here, or not for these file systems.
    return null;
  }
  for (const { file, code } of edited) {
    const over = join(upper, relative(workspace, file));
    await mkdir(dirname(over), { recursive: true });
    // First as it was: a script stays one that can be run.
    await cp(file, over);
    await writeFile(over, code);
  }
  return ["unshare", ...args];
}

/** Below the folder: what is mounted there would not be seen through an overlay. */
async function hasMounts(folder: string): Promise<boolean> {
  const mounts = await readFile("/proc/self/mountinfo", "utf8");
  const places = mounts.split("\n").map((line) => unescaped(line.split(" ")[4] ?? ""));
  return places.some((place) => place !== folder && holds(folder, place));
}

/** Mount points as the kernel prints them: white space and backslashes are octal there. */
function unescaped(place: string): string {
  return place.replace(/\\([0-7]{3})/gu, (_, octal: string) =>
    String.fromCharCode(Number.parseInt(octal, 8)),
  );
}
