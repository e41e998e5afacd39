import { randomBytes } from "node:crypto";
import type { Stats } from "node:fs";
import {
  type FileHandle,
  link,
  open,
  readFile,
  readlink,
  realpath,
  rename,
  rm,
  stat,
} from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { makeFolder, replaceFile } from "@flint/engine";
import { Check, Errors } from "typebox/value";
import { ServerError } from "../errors/index.ts";
import { clearDrafts, draftOf, isStale } from "../leftovers.ts";
import { KeyList, type KeyRecord } from "./key-record.ts";

const OTHERS_WRITE = 0o022;
const OWNER_ALONE = 0o600;
const OWNER_FOLDER = 0o700;
const GROUP_READS = 0o040;
/** How long to wait for another change, which takes a few milliseconds, and the pause between checks. Milliseconds. */
const PATIENCE = 2_000;
const PAUSE = 10;

/** Reads the keys in a file; null if it does not exist. Rejects with {@link ServerError} `keys_unreadable`. */
export async function readKeys(path: string): Promise<readonly KeyRecord[] | null> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
    const { mode } = await stat(path);
    if (process.platform !== "win32" && (mode & OTHERS_WRITE) !== 0) {
      throw unreadable(path, "other users can write to it and so create keys: run chmod 600 on it");
    }
  } catch (cause) {
    if (cause instanceof ServerError) throw cause;
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT") return null;
    throw unreadable(path, `${code ?? String(cause)}: let the server read it`, cause);
  }
  return recordsIn(text, path);
}

/**
 * Replaces the file atomically. It keeps its owner, and its group's read permission. A new file is readable only by its
 * owner: the current user or, if that is root, the folder's owner. Symbolic links are followed. Rejects with
 * {@link ServerError} `keys_unreadable` if the owner cannot be kept; the file is then unchanged.
 */
export async function writeKeys(path: string, keys: readonly KeyRecord[]): Promise<void> {
  await makeFolderOf(path);
  await replace(await placeOf(path), keys);
}

/**
 * Changes the keys in a file under a lock. Rejects with {@link ServerError} `keys_unreadable`, also if another change
 * holds the lock for too long, or if the file cannot be written.
 */
export async function changeKeys<T>(
  path: string,
  change: (keys: readonly KeyRecord[]) => { readonly keys: readonly KeyRecord[]; readonly result: T },
): Promise<T> {
  await makeFolderOf(path);
  // Resolved first: the lock must be the same through any symbolic link.
  const place = await placeOf(path);
  const lock = await acquireLock(place, path);
  try {
    await clearDrafts(place);
    const { keys, result } = change((await readKeys(place)) ?? []);
    await replace(place, keys);
    return result;
  } finally {
    await rm(lock, { force: true });
  }
}

async function makeFolderOf(path: string): Promise<void> {
  try {
    await makeFolder(dirname(path), OWNER_FOLDER);
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw unreadable(path, `their folder cannot be made (${reason}): choose another path`, cause);
  }
}

/** Acquires the lock and returns its path. Removes a stale lock left by a killed process. */
async function acquireLock(place: string, path: string): Promise<string> {
  const lock = `${place}.lock`;
  const end = performance.now() + PATIENCE;
  for (;;) {
    try {
      await (await open(lock, "wx", OWNER_ALONE)).close();
      return lock;
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw writeErrorOf(place, cause);
      if (await isStale(lock)) await removeStaleLock(lock);
      else if (performance.now() > end) {
        throw unreadable(path, `another process is changing it: if none is, remove ${lock}`, cause);
      } else await pause(PAUSE);
    }
  }
}

/** Removes a stale lock. Puts it back if another process has just replaced it with a fresh one. */
async function removeStaleLock(lock: string): Promise<void> {
  const away = `${lock}.${randomBytes(4).toString("hex")}`;
  if ((await nullIfAbsent(rename(lock, away).then(() => away))) === null) return;
  if (!(await isStale(away))) await link(away, lock).catch(() => undefined);
  await rm(away, { force: true });
}

/** Returns a `ServerError` that explains why the file cannot be written; any other error unchanged. */
function writeErrorOf(place: string, cause: unknown): unknown {
  const { code } = cause as NodeJS.ErrnoException;
  if (cause instanceof ServerError || code === undefined) return cause;
  const isFull = code === "ENOSPC" || code === "EDQUOT";
  const why = isFull
    ? "there is no room for it: make some"
    : `${code}: let this user write it and its folder`;
  return new ServerError("keys_unreadable", `the keys in ${place} are as they were: ${why}`, { cause });
}

async function replace(place: string, keys: readonly KeyRecord[]): Promise<void> {
  const old = await nullIfAbsent(stat(place));
  const draft = draftOf(place);
  try {
    const file = await open(draft, "wx", OWNER_ALONE);
    try {
      if (old !== null) await giveOwnership(file, old, place);
      else if (process.getuid?.() === 0) await giveOwnership(file, await stat(dirname(place)), place);
      // `open` applies the umask to the mode.
      await file.chmod(OWNER_ALONE | ((old?.mode ?? 0) & GROUP_READS));
      await file.writeFile(`${JSON.stringify({ version: 1, keys }, null, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await replaceFile(draft, place);
  } catch (cause) {
    await rm(draft, { force: true });
    throw writeErrorOf(place, cause);
  }
}

/** Gives the file the previous owner: the server may run as another user than the one who changes the keys. */
async function giveOwnership(file: FileHandle, { uid, gid }: Stats, place: string): Promise<void> {
  const own = await file.stat();
  if (own.uid === uid && own.gid === gid) return;
  try {
    await file.chown(uid, gid);
  } catch (cause) {
    // EINVAL: the user does not exist in this user namespace.
    if (!["EPERM", "EINVAL"].includes((cause as NodeJS.ErrnoException).code ?? "")) throw cause;
    throw new ServerError(
      "keys_unreadable",
      `the keys in ${place} cannot be changed: they belong to user ${uid} and group ${gid}; run this command as their owner`,
      { cause },
    );
  }
}

/** Returns the file's path with all symbolic links resolved, even if the file does not exist. */
async function placeOf(path: string): Promise<string> {
  const place = await nullIfAbsent(realpath(path));
  if (place !== null) return place;
  const folder = await realpath(dirname(path));
  const target = await nullIfAbsent(readlink(path));
  return target === null ? join(folder, basename(path)) : placeOf(resolve(folder, target));
}

async function nullIfAbsent<T>(asked: Promise<T>): Promise<T | null> {
  try {
    return await asked;
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code === "ENOENT") return null;
    throw cause;
  }
}

function recordsIn(text: string, path: string): readonly KeyRecord[] {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch (cause) {
    // Without the parser's message, which quotes the file's content.
    throw unreadable(
      path,
      "it is not JSON: restore a copy of it, or create new keys with flint keys create",
      cause,
    );
  }
  if (!Check(KeyList, value)) {
    const [fault] = Errors(KeyList, value);
    throw unreadable(path, `\`${fault?.instancePath ?? ""}\` ${fault?.message ?? "is invalid"}`);
  }
  const ids = new Set(value.keys.map(({ id }) => id));
  if (ids.size < value.keys.length) throw unreadable(path, "two of its keys have the same id: remove one");
  return value.keys;
}

function unreadable(path: string, why: string, cause?: unknown): ServerError {
  return new ServerError("keys_unreadable", `the keys in ${path} cannot be used: ${why}`, { cause });
}
