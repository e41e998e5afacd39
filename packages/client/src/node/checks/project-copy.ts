import { cp, lstat, readdir, rm, symlink, writeFile } from "node:fs/promises";
import paths, { basename, dirname, join, relative, sep } from "node:path";
import { exists, holds, type Project } from "./project.ts";

/** Folders that are not copied: they are large, and checks read the originals. */
const SHARED = new Set(["node_modules", ".venv", "venv"]);
/**
 * Files next to a build tool's `target` folder, which is also large; other folders of that name may contain sources.
 */
const BUILD_FILES = ["Cargo.toml", "pom.xml"];
const LEFT_OUT = new Set([".git"]);
const MOST_FILES = 20_000;
const MOST_BYTES = 200_000_000;

/** A copy of a project's files, with the edits, which a check can change without harm. */
export interface ProjectCopy {
  /** The copied folder: the project, or the whole workspace if files of several projects are edited. */
  readonly source: string;
  readonly folder: string;
  /** Folders in `source` that were not copied, relative to it. */
  readonly shared: readonly string[];
}

/**
 * Copies a project. `place`: the copy's workspace folder, which is created. `whole`: copy the entire workspace. Throws
 * {@link TooLarge}.
 */
export async function copyProject(project: Project, place: string, whole = false): Promise<ProjectCopy> {
  const { root, workspace, edited, alone } = project;
  const source = !whole && edited.every(({ file }) => holds(root, file)) ? root : workspace;
  const folder = join(place, relative(workspace, source));
  const shared: string[] = [];
  let files = 0;
  let bytes = 0;
  await cp(source, folder, {
    recursive: true,
    verbatimSymlinks: true,
    filter: async (path) => {
      const inner = innerPath(source, path);
      const name = basename(path);
      if (inner === "") return true;
      if (alone) return edited.some(({ file }) => holds(join(source, inner), file));
      if (LEFT_OUT.has(name)) return false;
      const entry = await lstat(path);
      if (SHARED.has(name) || (name === "target" && (await hasBuildFile(dirname(path))))) {
        shared.push(inner);
        return false;
      }
      if (!entry.isFile()) return entry.isDirectory() || entry.isSymbolicLink();
      files++;
      bytes += entry.size;
      if (files > MOST_FILES || bytes > MOST_BYTES) throw new TooLarge(source);
      return true;
    },
  });
  for (const { file, code } of edited) await writeFile(join(folder, relative(source, file)), code);
  return { source, folder, shared };
}

/** Returns the path relative to `folder`. On Windows, `cp` passes paths to its filter in the form `\\?\C:\code`. */
export function innerPath(folder: string, path: string, { relative, toNamespacedPath } = paths): string {
  return relative(toNamespacedPath(folder), toNamespacedPath(path));
}

/**
 * Copies the workspace for checks that cannot be kept from the real one: all of it, with links to what is not copied;
 * if it is too large, only the project, with links to what is installed in the folders above it.
 */
export async function copyWithLinks(project: Project, place: string): Promise<void> {
  try {
    await link(await copyProject(project, place, true));
  } catch (error) {
    if (!(error instanceof TooLarge) || project.root === project.workspace) throw error;
    await rm(place, { recursive: true });
    await link(await copyProject(project, place));
    await linkInstalled(project, place);
  }
}

async function link({ source, folder, shared }: ProjectCopy): Promise<void> {
  for (const path of shared) await linkFolder(join(source, path), join(folder, path));
}

async function linkInstalled({ root, workspace }: Project, place: string): Promise<void> {
  const steps = relative(workspace, root).split(sep).filter(Boolean);
  for (const depth of steps.keys()) {
    const within = join(...steps.slice(0, depth));
    for (const name of await readdir(join(workspace, within))) {
      if (SHARED.has(name)) await linkFolder(join(workspace, within, name), join(place, within, name));
    }
  }
}

/** On Windows, anybody may make a junction, but not a symbolic link; elsewhere there is no difference. */
function linkFolder(target: string, path: string): Promise<void> {
  return symlink(target, path, "junction");
}

/** The project exceeds the limits for a copy. */
class TooLarge extends Error {
  constructor(folder: string) {
    super(`${folder} has more than ${MOST_FILES} files or ${MOST_BYTES / 1e6} MB: check a smaller project`);
  }
}

async function hasBuildFile(folder: string): Promise<boolean> {
  const found = await Promise.all(BUILD_FILES.map((name) => exists(join(folder, name))));
  return found.includes(true);
}
