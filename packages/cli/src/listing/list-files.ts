import { spawn } from "node:child_process";
import { opendir, realpath, stat } from "node:fs/promises";
import { dirname, join, normalize, resolve, sep } from "node:path";
import { deadLink, systemCode, UsageError } from "../error/index.ts";

/** The most files listed per folder. */
export const MAX_FILES = 50_000;
const MAX_DEPTH = 32;
/** The most symbolic links resolved per folder; each costs a system call. */
const MAX_LINKS = 5_000;
/** Files per piece: few enough to process in a few milliseconds, so that keys stay responsive. */
const MAX_PIECE = 500;
/** Milliseconds after which a smaller piece is yielded, for slow disks. */
const PIECE_MS = 100;
/** Folders of generated files, skipped if there is no git to say what is ignored. */
const SKIPPED = new Set(["node_modules", "dist", "build", "target", "__pycache__", "vendor"]);
/** Extensions of binary files. */
const BINARY =
  /\.(?:png|jpe?g|gif|webp|ico|pdf|zip|gz|bz2|xz|zst|tar|tgz|wasm|gguf|so|dylib|dll|exe|o|a|class|jar|woff2?|ttf|otf|mp[34]|mov|avi|webm|sqlite|db)$/i;

/** A file or folder given by the user. */
export interface Place {
  readonly path: string;
  readonly isFolder: boolean;
}

/** A piece of the files of one place, unordered. */
export interface Found {
  readonly files: readonly string[];
  /** Index of the place. */
  readonly nth: number;
  /** Whether the place has more files than the limit. Default false. */
  readonly isCut?: boolean;
}

/** @throws {UsageError} `file_missing`. */
export function placesOf(paths: readonly string[]): Promise<Place[]> {
  return Promise.all(paths.map(async (path) => ({ path, isFolder: await isFolder(path) })));
}

async function isFolder(path: string): Promise<boolean> {
  try {
    return (await stat(path)).isDirectory();
  } catch (error) {
    const code = systemCode(error);
    const link = code === "ENOENT" || code === "ELOOP" ? await deadLink(path) : null;
    if (link === null && code !== "ENOENT" && code !== "ENOTDIR") throw error;
    throw new UsageError("file_missing", link ?? `no such file or folder: ${path}`);
  }
}

/**
 * Yields the files of these places in pieces, without duplicates, as paths that a user would type. A folder stands for
 * its text files that git does not ignore. Stops when `signal` is aborted.
 */
export async function* filesOf(places: readonly Place[], signal?: AbortSignal): AsyncGenerator<Found> {
  const known = new Set<string>();
  for (const [nth, place] of places.entries()) {
    let files: string[] = [];
    let given = performance.now();
    let isCut = false;
    const cut = () => {
      isCut = true;
    };
    for await (const names of place.isFolder ? namesIn(place.path, cut, signal) : [[place.path]]) {
      for (const file of names) if (!known.has(file)) files.push(file);
      for (const file of names) known.add(file);
      if (signal?.aborted) return;
      if (files.length < MAX_PIECE && performance.now() - given < PIECE_MS) continue;
      for (let at = 0; at < files.length; at += MAX_PIECE)
        yield { files: files.slice(at, at + MAX_PIECE), nth };
      files = [];
      given = performance.now();
    }
    if (files.length > 0 || isCut) yield { files, nth, isCut };
  }
}

async function* namesIn(
  folder: string,
  cut: () => void,
  signal: AbortSignal | undefined,
): AsyncGenerator<readonly string[]> {
  let room = MAX_FILES;
  for await (const names of gitOrAll(folder, signal)) {
    const texts = names.slice(0, room).filter((name) => !BINARY.test(name));
    yield texts.map((name) => normalize(join(folder, name)));
    room -= names.length;
    if (room >= 0) continue;
    cut();
    return;
  }
}

/**
 * Keeps git from running what a repository's own configuration names: a monitor of file changes, and a transport to
 * fetch missing objects. A bare repository that lies in a clone as ordinary files, and so has the configuration that its
 * author wanted, is not taken for one.
 */
const ONLY_LIST = ["-c", "core.fsmonitor=false", "-c", "safe.bareRepository=explicit"];
const NO_FETCH = { GIT_ALLOW_PROTOCOL: "none", GIT_NO_LAZY_FETCH: "1", GIT_OPTIONAL_LOCKS: "0" };

/** Yields what git tracks or would track, or all files if there is no repository or no git. Relative to the folder. */
async function* gitOrAll(folder: string, signal: AbortSignal | undefined): AsyncGenerator<readonly string[]> {
  const args = [
    "-C",
    resolve(folder),
    ...ONLY_LIST,
    "ls-files",
    "-z",
    "--cached",
    "--others",
    "--exclude-standard",
  ];
  const git = spawn("git", args, {
    // Windows, and a `PATH` with a dot, take a program from the folder that it starts in: not from the listed one.
    cwd: dirname(process.execPath),
    env: { ...process.env, ...NO_FETCH },
    stdio: ["ignore", "pipe", "ignore"],
    ...(signal && { signal }),
  });
  const isWhole = new Promise<boolean>((resolve) => {
    git.once("error", () => resolve(false));
    git.once("close", (code) => resolve(code === 0));
  });
  let rest = "";
  try {
    for await (const chunk of git.stdout.setEncoding("utf8")) {
      const names = `${rest}${chunk}`.split("\0");
      rest = names.pop() ?? "";
      yield names;
    }
  } finally {
    git.kill();
  }
  if (!(await isWhole) && !signal?.aborted) yield* walk(folder);
}

async function* walk(root: string): AsyncGenerator<readonly string[]> {
  const folders = [{ path: "", depth: 0 }];
  const links: string[] = [];
  for (let next = folders.shift(); next !== undefined; next = folders.shift()) {
    const { path, depth } = next;
    let names: string[] = [];
    try {
      for await (const entry of await opendir(join(root, path), { bufferSize: 256 })) {
        const inside = join(path, entry.name);
        if (entry.isFile()) names.push(inside);
        if (entry.isSymbolicLink() && links.length < MAX_LINKS) links.push(inside);
        const enters = entry.isDirectory() && !entry.name.startsWith(".") && !SKIPPED.has(entry.name);
        if (enters && depth < MAX_DEPTH) folders.push({ path: inside, depth: depth + 1 });
        if (names.length < MAX_PIECE) continue;
        yield names;
        names = [];
      }
    } catch (error) {
      if (!isUnreachablePath(error)) throw error;
    }
    yield names;
  }
  yield* linkedFiles(root, links);
}

/** Whether the error means that a path is unreadable, dangling or gone, which is skipped. */
function isUnreachablePath(error: unknown): boolean {
  return ["EACCES", "EPERM", "ENOENT", "ENOTDIR", "ELOOP"].includes(systemCode(error) ?? "");
}

/**
 * Yields the symbolic links that lead to a file in the folder, as git lists them too. Links to folders are not followed:
 * the target is listed itself or lies elsewhere, and links may form cycles.
 */
async function* linkedFiles(root: string, links: readonly string[]): AsyncGenerator<readonly string[]> {
  if (links.length === 0) return;
  const base = await realpath(root);
  for (const link of links) {
    try {
      const target = await realpath(join(root, link));
      const isWithin = target.startsWith(base.endsWith(sep) ? base : `${base}${sep}`);
      if (isWithin && (await stat(target)).isFile()) yield [link];
    } catch (error) {
      if (!isUnreachablePath(error)) throw error;
    }
  }
}
