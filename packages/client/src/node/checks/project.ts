import { lstat, readFile, realpath } from "node:fs/promises";
import { homedir } from "node:os";
import { dirname, join } from "node:path";
import type { EditedFile } from "../../edit/index.ts";

/** Files by which a folder is known as a project's. */
const PROJECTS = [".git", "package.json", "pyproject.toml", "go.mod", "Cargo.toml", "pom.xml", "Makefile"];
/** Files by which a folder is known as that of several projects. */
const WORKSPACES = [".git", "pnpm-workspace.yaml", "go.work"];

export interface Project {
  /** Where checks run: the nearest project's folder above the first file whose workspace has all of them. */
  readonly root: string;
  /** The repository or workspace that the project is a part of, `root` itself where it is part of none. */
  readonly workspace: string;
  /** The edited files, by their real paths, all of them in `workspace`. */
  readonly edited: readonly EditedFile[];
  /** Whether checks may see the edited files and nothing else: `root` is the person's home, or above it. */
  readonly alone: boolean;
}

/** Throws an Error that names the remedy where the files are not of one workspace. */
export async function findProject(edited: readonly EditedFile[]): Promise<Project> {
  const files = await Promise.all(
    edited.map(async ({ file, code }) => ({ file: await realPathOf(file), code })),
  );
  const [first] = files;
  if (first === undefined) throw new Error("no edited files to check");
  const places = await Promise.all(files.map(({ file }) => placeOf(file)));
  // Of a repository within another one, as submodules are, the outer one has all files, whichever is named first.
  const outer = places.find(({ workspace }) => files.every(({ file }) => holds(workspace, file)));
  const { root, workspace } = outer ?? (await placeOf(first.file));
  const alone = holds(root, homedir());
  if (alone && dirname(root) === root) {
    throw new Error(`${first.file} is in no project: put it into a folder of its own to check it`);
  }
  const stranger = files.find(({ file }) => !holds(workspace, file));
  if (stranger !== undefined) {
    throw new Error(`${stranger.file} is not in ${workspace}: check files of one project at a time`);
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

/** Whether a folder is `path`, or above it. */
export function holds(folder: string, path: string): boolean {
  return folder === path || path.startsWith(join(folder, "/"));
}

export function exists(path: string): Promise<boolean> {
  return lstat(path).then(
    () => true,
    () => false,
  );
}

/** The nearest folder above the file that is a project's, but for one that holds the home; else the file's own. */
async function rootOf(file: string): Promise<string> {
  const home = homedir();
  for (const folder of above(file)) {
    if (holds(folder, home)) break;
    if (await hasOneOf(folder, PROJECTS)) return folder;
  }
  return dirname(file);
}

/** The nearest folder from the project's upward that holds a workspace; never one that holds the person's home. */
async function workspaceOf(root: string): Promise<string> {
  const home = homedir();
  for (const folder of [root, ...above(root)]) {
    if (holds(folder, home)) break;
    if ((await hasOneOf(folder, WORKSPACES)) || (await hasWorkspaces(folder))) return folder;
  }
  return root;
}

function* above(path: string): Iterable<string> {
  for (let folder = dirname(path); ; folder = dirname(folder)) {
    yield folder;
    if (dirname(folder) === folder) return;
  }
}

async function hasOneOf(folder: string, names: readonly string[]): Promise<boolean> {
  const found = await Promise.all(names.map((name) => exists(join(folder, name))));
  return found.includes(true);
}

/** Whether the folder's package, or crate, is one of several. */
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
