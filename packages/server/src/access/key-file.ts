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
import { makeFolder } from "@flint/engine";
import { Check, Errors } from "typebox/value";
import { ServerError } from "../errors/index.ts";
import { clearDrafts, draftOf, isLeft } from "../leftovers.ts";
import { KeyList, type KeyRecord } from "./key-record.ts";

const OTHERS_WRITE = 0o022;
const OWNER_ALONE = 0o600;
const OWNER_FOLDER = 0o700;
const GROUP_READS = 0o040;
/** Milliseconds that another change is waited for, which takes a few; and between two looks. */
const PATIENCE = 2_000;
const PAUSE = 10;

/** The keys of a file; null where there is no file. Rejects with {@link ServerError} `keys_unreadable`. */
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
 * Replaces the file whole, so that a reader sees the old keys or the new ones. It stays whose it was, and its group may
 * read it if it could; a new one is its owner's alone, and made by root its folder's owner's. A link stays one. Rejects
 * with {@link ServerError} `keys_unreadable` where it would become somebody else's; it is then as it was.
 */
export async function writeKeys(path: string, keys: readonly KeyRecord[]): Promise<void> {
  await makeFolderOf(path);
  await replace(await placeOf(path), keys);
}

/**
 * Changes the file's keys while nobody else does. Rejects with {@link ServerError} `keys_unreadable`, also where
 * another change is under way for too long, and where there is no room or no right to write them.
 */
export async function changeKeys<T>(
  path: string,
  change: (keys: readonly KeyRecord[]) => { readonly keys: readonly KeyRecord[]; readonly result: T },
): Promise<T> {
  await makeFolderOf(path);
  // One lock, by whatever links the file is reached.
  const place = await placeOf(path);
  const claim = `${place}.lock`;
  try {
    await (await open(claim, "wx", OWNER_ALONE)).close();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
    throw unreadable(path, `another process is changing it: if none is, remove ${claim}`, cause);
  }
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

/** The lock, once it is this change's. One that a killed process left is taken away. */
async function lockOf(place: string, path: string): Promise<string> {
  const lock = `${place}.lock`;
  const end = performance.now() + PATIENCE;
  for (;;) {
    try {
      await (await open(lock, "wx", OWNER_ALONE)).close();
      return lock;
    } catch (cause) {
      if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw unchanged(place, cause);
      if (await isLeft(lock)) await takeAway(lock);
      else if (performance.now() > end) {
        throw unreadable(path, `another change of it is under way: if none is, remove ${lock}`, cause);
      } else await pause(PAUSE);
    }
  }
}

/** One that another change has put there in this moment is put back. */
async function takeAway(lock: string): Promise<void> {
  const away = `${lock}.${randomBytes(4).toString("hex")}`;
  if ((await unlessAbsent(rename(lock, away).then(() => away))) === null) return;
  if (!(await isLeft(away))) await link(away, lock).catch(() => undefined);
  await rm(away, { force: true });
}

/** What the system says of a file that cannot be written, with what to do; any other error as it is. */
function unchanged(place: string, cause: unknown): unknown {
  const { code } = cause as NodeJS.ErrnoException;
  if (cause instanceof ServerError || code === undefined) return cause;
  const isFull = code === "ENOSPC" || code === "EDQUOT";
  const why = isFull
    ? "there is no room for it: make some"
    : `${code}: let this user write it and its folder`;
  return new ServerError("keys_unreadable", `the keys in ${place} are as they were: ${why}`, { cause });
}

async function replace(place: string, keys: readonly KeyRecord[]): Promise<void> {
  const old = await unlessAbsent(stat(place));
  const draft = draftOf(place);
  try {
    const file = await open(draft, "wx", OWNER_ALONE);
    try {
      if (old !== null) await giveTo(file, old, place);
      else if (process.getuid?.() === 0) await giveTo(file, await stat(dirname(place)), place);
      // `open` applies the umask to the mode.
      await file.chmod(OWNER_ALONE | ((old?.mode ?? 0) & GROUP_READS));
      await file.writeFile(`${JSON.stringify({ version: 1, keys }, null, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(draft, place);
  } catch (cause) {
    await rm(draft, { force: true });
    throw unchanged(place, cause);
  }
}

/** The server that reads the keys may be another user than the one who changes them. */
async function giveTo(file: FileHandle, { uid, gid }: Stats, place: string): Promise<void> {
  const own = await file.stat();
  if (own.uid === uid && own.gid === gid) return;
  try {
    await file.chown(uid, gid);
  } catch (cause) {
    // EINVAL: a user that this namespace does not have.
    if (!["EPERM", "EINVAL"].includes((cause as NodeJS.ErrnoException).code ?? "")) throw cause;
    throw new ServerError(
      "keys_unreadable",
      `the keys in ${place} cannot be changed: they belong to user ${uid} and group ${gid}; run this command as their owner`,
      { cause },
    );
  }
}

/** Where the file is, or is to be, behind all links. */
async function placeOf(path: string): Promise<string> {
  const place = await unlessAbsent(realpath(path));
  if (place !== null) return place;
  const folder = await realpath(dirname(path));
  const target = await unlessAbsent(readlink(path));
  return target === null ? join(folder, basename(path)) : placeOf(resolve(folder, target));
}

async function unlessAbsent<T>(asked: Promise<T>): Promise<T | null> {
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
    // Not the parser's own words, which quote the text.
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
