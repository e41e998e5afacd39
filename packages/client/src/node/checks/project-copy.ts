import { rmSync } from "node:fs";
import { cp, lstat, mkdtemp, realpath, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, dirname, join, relative } from "node:path";
import type { EditedFile } from "../../edit/index.ts";

/** Files by which a folder is known as a project's. */
const ROOTS = [".git", "package.json", "pyproject.toml", "go.mod", "Cargo.toml", "pom.xml", "Makefile"];
/** What is not copied: it is large, and checks read it where it is. */
const SHARED = new Set(["node_modules", ".venv", "venv"]);
/** Build tools whose `target` is as large; any other folder of that name may hold sources. */
const TARGET_BESIDE = ["Cargo.toml", "pom.xml"];
const LEFT_OUT = new Set([".git"]);
const MOST_FILES = 20_000;
const MOST_BYTES = 200_000_000;

/** A project's files, with some of them edited, where a check can do no harm to the real ones. */
export interface ProjectCopy {
  /** The real project. */
  readonly root: string;
  readonly folder: string;
  /** Folders of the project that were not copied, relative to it. */
  readonly shared: readonly string[];
  remove(): Promise<void>;
}

/** Throws an Error that names the remedy where the project is too large, or the files are not of one. */
export async function copyProject(edited: readonly EditedFile[]): Promise<ProjectCopy> {
  const paths = await Promise.all(edited.map(({ file }) => realpath(file)));
  const root = await rootOf(paths[0] as string);
  const stranger = paths.find((path) => !path.startsWith(join(root, "/")));
  if (stranger !== undefined) {
    throw new Error(`${stranger} is not in ${root}: check files of one project at a time`);
  }
  const folder = await realpath(await mkdtemp(join(tmpdir(), "flint-check-")));
  const atExit = () => rmSync(folder, { recursive: true, force: true });
  process.once("exit", atExit);
  const remove = async () => {
    await rm(folder, { recursive: true, force: true });
    process.off("exit", atExit);
  };
  const shared: string[] = [];
  let files = 0;
  let bytes = 0;
  try {
    await cp(root, folder, {
      recursive: true,
      verbatimSymlinks: true,
      filter: async (source) => {
        const name = basename(source);
        if (source === root) return true;
        if (LEFT_OUT.has(name)) return false;
        const entry = await lstat(source);
        if (SHARED.has(name) || (name === "target" && (await isBuilt(dirname(source))))) {
          shared.push(relative(root, source));
          return false;
        }
        if (!entry.isFile()) return entry.isDirectory() || entry.isSymbolicLink();
        files++;
        bytes += entry.size;
        if (files > MOST_FILES || bytes > MOST_BYTES) {
          throw new Error(
            `${root} has more than ${MOST_FILES} files or ${MOST_BYTES / 1e6} MB: check a smaller project`,
          );
        }
        return true;
      },
    });
    for (const [at, path] of paths.entries()) {
      await writeFile(join(folder, relative(root, path)), edited[at]?.code ?? "");
    }
    return { root, folder, shared, remove };
  } catch (error) {
    await remove();
    throw error;
  }
}

/** Where nothing confines the check, what was not copied is linked to. */
export async function linkShared({ root, folder, shared }: ProjectCopy): Promise<void> {
  for (const path of shared) await symlink(join(root, path), join(folder, path));
}

async function isBuilt(folder: string): Promise<boolean> {
  const found = await Promise.all(TARGET_BESIDE.map((name) => exists(join(folder, name))));
  return found.includes(true);
}

/** The nearest folder above the file that is a project's; else the file's own. */
async function rootOf(file: string): Promise<string> {
  for (let folder = dirname(file); ; folder = dirname(folder)) {
    for (const name of ROOTS) {
      if (await exists(join(folder, name))) return folder;
    }
    if (dirname(folder) === folder) return dirname(file);
  }
}

function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}
