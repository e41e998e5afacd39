import { spawn } from "node:child_process";
import { opendir, stat } from "node:fs/promises";
import { join, normalize } from "node:path";
import { systemCode, UsageError } from "../error/index.ts";

/** Files beyond which a folder is not searched further. */
const MAX_FILES = 50_000;
const MAX_DEPTH = 32;
/** Folders that hold what programs made; without git, nobody says so of a project. */
const SKIPPED = new Set(["node_modules", "dist", "build", "target", "__pycache__", "vendor"]);
/** Files that are no text, by their ending. */
const BINARY =
  /\.(?:png|jpe?g|gif|webp|ico|pdf|zip|gz|bz2|xz|zst|tar|tgz|wasm|gguf|so|dylib|dll|exe|o|a|class|jar|woff2?|ttf|otf|mp[34]|mov|avi|webm|sqlite|db)$/i;

/**
 * The files that these paths stand for, as a person would type them: a file is itself; of a folder all text files in
 * it that its git repository does not ignore.
 * @throws {UsageError} `file_missing`.
 */
export async function listFiles(paths: readonly string[]): Promise<string[]> {
  const files = new Set<string>();
  for (const path of paths) {
    for (const file of (await isFolder(path)) ? await filesIn(path) : [path]) files.add(file);
  }
  return [...files];
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    const code = systemCode(error);
    if (code !== "ENOENT" && code !== "ENOTDIR") throw error;
    throw new UsageError("file_missing", `no such file or folder: ${path}`);
  }
}

async function filesIn(folder: string): Promise<string[]> {
  const names = (await gitFiles(folder)) ?? (await walk(folder));
  return names
    .filter((name) => !BINARY.test(name))
    .sort()
    .map((name) => normalize(join(folder, name)));
}

/** What git tracks or would; null where there is no repository or no git. */
function gitFiles(folder: string): Promise<string[] | null> {
  return new Promise((resolve) => {
    const git = spawn("git", ["ls-files", "-z", "--cached", "--others", "--exclude-standard"], {
      cwd: folder,
      stdio: ["ignore", "pipe", "ignore"],
    });
    const names: string[] = [];
    let rest = "";
    git.stdout.setEncoding("utf8").on("data", (chunk: string) => {
      const parts = (rest + chunk).split("\0");
      rest = parts.pop() ?? "";
      names.push(...parts);
      if (names.length >= MAX_FILES) git.kill();
    });
    git.on("error", () => resolve(null));
    git.on("close", (code) =>
      resolve(code === 0 || names.length >= MAX_FILES ? names.slice(0, MAX_FILES) : null),
    );
  });
}

async function walk(root: string): Promise<string[]> {
  const files: string[] = [];
  const folders = [{ path: "", depth: 0 }];
  for (let next = folders.shift(); next !== undefined; next = folders.shift()) {
    const { path, depth } = next;
    try {
      for await (const entry of await opendir(join(root, path))) {
        const inside = join(path, entry.name);
        if (entry.isFile()) files.push(inside);
        if (files.length >= MAX_FILES) return files;
        const enters = entry.isDirectory() && !entry.name.startsWith(".") && !SKIPPED.has(entry.name);
        if (enters && depth < MAX_DEPTH) folders.push({ path: inside, depth: depth + 1 });
      }
    } catch (error) {
      // What cannot be looked into, or is gone meanwhile, has nothing to offer.
      if (!["EACCES", "EPERM", "ENOENT", "ENOTDIR"].includes(systemCode(error) ?? "")) throw error;
    }
  }
  return files;
}
