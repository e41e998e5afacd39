import { cp, lstat, readdir, symlink, writeFile } from "node:fs/promises";
import { basename, dirname, join, relative, sep } from "node:path";
import { exists, holds, type Project } from "./project.ts";

/** What is not copied: it is large, and checks read it where it is. */
const SHARED = new Set(["node_modules", ".venv", "venv"]);
/** Build tools whose `target` is as large; any other folder of that name may hold sources. */
const TARGET_BESIDE = ["Cargo.toml", "pom.xml"];
const LEFT_OUT = new Set([".git"]);
const MOST_FILES = 20_000;
const MOST_BYTES = 200_000_000;

/** A project's files, with some of them edited, where a check can do no harm to the real ones. */
export interface ProjectCopy {
  /** What was copied: the project, or the whole workspace where files of several projects are edited. */
  readonly source: string;
  readonly folder: string;
  /** Folders in `source` that were not copied, relative to it. */
  readonly shared: readonly string[];
}

/**
 * `place`: what stands for the workspace's folder, and is made. Throws an Error that names the remedy where the project
 * is too large.
 */
export async function copyProject({ root, workspace, edited }: Project, place: string): Promise<ProjectCopy> {
  const source = edited.every(({ file }) => holds(root, file)) ? root : workspace;
  const folder = join(place, relative(workspace, source));
  const shared: string[] = [];
  let files = 0;
  let bytes = 0;
  await cp(source, folder, {
    recursive: true,
    verbatimSymlinks: true,
    filter: async (path) => {
      const name = basename(path);
      if (path === source) return true;
      if (LEFT_OUT.has(name)) return false;
      const entry = await lstat(path);
      if (SHARED.has(name) || (name === "target" && (await isBuilt(dirname(path))))) {
        shared.push(relative(source, path));
        return false;
      }
      if (!entry.isFile()) return entry.isDirectory() || entry.isSymbolicLink();
      files++;
      bytes += entry.size;
      if (files > MOST_FILES || bytes > MOST_BYTES) {
        throw new Error(
          `${source} has more than ${MOST_FILES} files or ${MOST_BYTES / 1e6} MB: check a smaller project`,
        );
      }
      return true;
    },
  });
  for (const { file, code } of edited) await writeFile(join(folder, relative(source, file)), code);
  return { source, folder, shared };
}

/**
 * Where nothing shows a check the real folders: links to what was not copied, and in the folders above the copy, up to
 * that of the workspace, to all that lies beside it there. `place`: what stands for the workspace's folder.
 */
export async function linkShared(
  { source, folder, shared }: ProjectCopy,
  { workspace }: Project,
  place: string,
): Promise<void> {
  for (const path of shared) await symlink(join(source, path), join(folder, path));
  const steps = relative(workspace, source).split(sep).filter(Boolean);
  for (const [depth, step] of steps.entries()) {
    const within = steps.slice(0, depth);
    for (const name of await readdir(join(workspace, ...within))) {
      if (name === step || LEFT_OUT.has(name)) continue;
      await symlink(join(workspace, ...within, name), join(place, ...within, name));
    }
  }
}

async function isBuilt(folder: string): Promise<boolean> {
  const found = await Promise.all(TARGET_BESIDE.map((name) => exists(join(folder, name))));
  return found.includes(true);
}
