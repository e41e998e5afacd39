import { lstat, readFile, realpath, stat } from "node:fs/promises";
import { homedir } from "node:os";
import paths, { dirname, join } from "node:path";
import type { EditedFile } from "../../edit/index.ts";

/** Files that mark a folder as a project. */
const PROJECTS = [".git", "package.json", "pyproject.toml", "go.mod", "Cargo.toml", "pom.xml", "Makefile"];
/** Files that mark a folder as a workspace of several projects. */
const WORKSPACES = [".git", "pnpm-workspace.yaml", "go.work"];

export interface Project {
  /** Where checks run: the project folder of the first file whose workspace contains all files. */
  readonly root: string;
  /** The repository or workspace that contains the project; `root` if there is none. */
  readonly workspace: string;
  /** The edited files, by their real paths; all are in `workspace`. */
  readonly edited: readonly EditedFile[];
  /** Whether checks may see only the edited files: `root` is no project, but the user's home, a folder above it, or `/tmp`. */
  readonly alone: boolean;
}

/** Finds the project of the files. Throws an Error that names the remedy if they are not in one workspace. */
export async function findProject(edited: readonly EditedFile[]): Promise<Project> {
  const files = await Promise.all(
    edited.map(async ({ file, code }) => ({ file: await realPathOf(file), code })),
  );
  const [first] = files;
  if (first === undefined) throw new Error("no edited files to check");
  const places = await Promise.all(files.map(({ file }) => placeOf(file)));
  // With nested repositories, such as submodules, the outer one contains all files, whichever file is named first.
  const outer = places.find(({ workspace }) => files.every(({ file }) => holds(workspace, file)));
  const { root, workspace } = outer ?? (await placeOf(first.file));
  const alone = await isCommon(root);
  if (alone && dirname(root) === root) {
    throw new Error(`${first.file} is in no project: put it into a folder of its own to check it`);
  }
  const outsider = files.find(({ file }) => !holds(workspace, file));
  if (outsider !== undefined) {
    throw new Error(`${outsider.file} is not in ${workspace}: check files of one project at a time`);
  }
  return { root, workspace, edited: files, alone };
}

async function realPathOf(file: string): Promise<string> {
  try {
    return await realpath(file);
  } catch (error) {
    if (!(error instanceof Error && "code" in error && error.code === "ENOENT")) throw error;
    throw new Error(`there is no file ${file}: save it first, as checks find their project by it`, {
      cause: error,
    });
  }
}

async function placeOf(file: string): Promise<Pick<Project, "root" | "workspace">> {
  const root = await rootOf(file);
  return { root, workspace: await workspaceOf(root) };
}

/** Returns whether `folder` is `path` or above it; both are absolute. Windows does not tell upper from lower case. */
export function holds(folder: string, path: string, { relative, isAbsolute, sep } = paths): boolean {
  const inner = relative(folder, path);
  return inner !== ".." && !inner.startsWith(`..${sep}`) && !isAbsolute(inner);
}

export function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** Returns the nearest project folder above the file, below what {@link isCommon}; else the file's own folder. */
async function rootOf(file: string): Promise<string> {
  for (const folder of parentFolders(file)) {
    if (await isCommon(folder)) break;
    if (await hasOneOf(folder, PROJECTS)) return folder;
  }
  return dirname(file);
}

/** Returns the nearest workspace folder from the project upward, below what {@link isCommon}; else the project. */
async function workspaceOf(root: string): Promise<string> {
  for (const folder of [root, ...parentFolders(root)]) {
    if (await isCommon(folder)) break;
    if ((await hasOneOf(folder, WORKSPACES)) || (await hasWorkspaces(folder))) return folder;
  }
  return root;
}

/** Mode of a folder in which everyone may create files, such as `/tmp`. */
const STICKY = 0o1000;

/**
 * Whether a folder has more in it than a project: it is or contains the user's home, or other users and programs have
 * their files and sockets there. What marks a project counts for nothing there.
 */
async function isCommon(folder: string): Promise<boolean> {
  const home = homedir();
  if (holds(folder, home) || holds(folder, await realpath(home).catch(() => home))) return true;
  return ((await stat(folder)).mode & STICKY) !== 0;
}

function* parentFolders(path: string): Iterable<string> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    yield folder;
    if (dirname(folder) === folder) return;
  }
}

async function hasOneOf(folder: string, names: readonly string[]): Promise<boolean> {
  const found = await Promise.all(names.map((name) => exists(join(folder, name))));
  return found.includes(true);
}

/** Returns whether the folder's package or crate declares a workspace. */
async function hasWorkspaces(folder: string): Promise<boolean> {
  const [manifest, crate] = await Promise.all([
    text(join(folder, "package.json")),
    text(join(folder, "Cargo.toml")),
  ]);
  return /"workspaces"\s*:/u.test(manifest) || /^\s*\[workspace\b/mu.test(crate);
}

function text(path: string): Promise<string> {
  return readFile(path, "utf8").catch(() => "");
}
