import { randomBytes } from "node:crypto";
import { chmod, mkdir, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { Check, Errors } from "typebox/value";
import { ServerError } from "../errors/index.ts";
import { KeyList, type KeyRecord } from "./key-record.ts";

const OTHERS_WRITE = 0o022;

/** The keys of a file; null where there is no file. Rejects with {@link ServerError} `keys_unreadable`. */
export async function readKeys(path: string): Promise<readonly KeyRecord[] | null> {
  let text: string;
  try {
    text = await readFile(path, "utf8");
    const { mode } = await stat(path);
    if (process.platform !== "win32" && (mode & OTHERS_WRITE) !== 0) {
      throw unreadable(path, "others than its owner may write it, and so make keys: chmod 600 it");
    }
  } catch (cause) {
    if (cause instanceof ServerError) throw cause;
    const { code } = cause as NodeJS.ErrnoException;
    if (code === "ENOENT") return null;
    throw unreadable(path, `${code ?? String(cause)}: let the server read it`, cause);
  }
  return recordsIn(text, path);
}

/** Replaces the file whole, readable by its owner alone, so that a reader sees the old keys or the new ones. */
export async function writeKeys(path: string, keys: readonly KeyRecord[]): Promise<void> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const draft = `${path}.${randomBytes(4).toString("hex")}`;
  try {
    const file = await open(draft, "wx", 0o600);
    try {
      await file.writeFile(`${JSON.stringify({ version: 1, keys }, null, 2)}\n`);
      await file.sync();
    } finally {
      await file.close();
    }
    await chmod(draft, 0o600);
    await rename(draft, path);
  } catch (cause) {
    await rm(draft, { force: true });
    throw cause;
  }
}

/**
 * Changes the file's keys while nobody else does. Rejects with {@link ServerError} `keys_unreadable`, also where
 * another change is under way.
 */
export async function changeKeys<T>(
  path: string,
  change: (keys: readonly KeyRecord[]) => { readonly keys: readonly KeyRecord[]; readonly result: T },
): Promise<T> {
  await mkdir(dirname(path), { recursive: true, mode: 0o700 });
  const claim = `${path}.lock`;
  try {
    await (await open(claim, "wx", 0o600)).close();
  } catch (cause) {
    if ((cause as NodeJS.ErrnoException).code !== "EEXIST") throw cause;
    throw unreadable(path, `another change of it is under way: if none is, remove ${claim}`, cause);
  }
  try {
    const { keys, result } = change((await readKeys(path)) ?? []);
    await writeKeys(path, keys);
    return result;
  } finally {
    await rm(claim, { force: true });
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
      "it is not JSON: put a copy of it back, or make new keys with flint keys create",
      cause,
    );
  }
  if (!Check(KeyList, value)) {
    const [fault] = Errors(KeyList, value);
    throw unreadable(path, `\`${fault?.instancePath ?? ""}\` ${fault?.message ?? "is not as it should be"}`);
  }
  const ids = new Set(value.keys.map(({ id }) => id));
  if (ids.size < value.keys.length) throw unreadable(path, "two of its keys have the same id: remove one");
  return value.keys;
}

function unreadable(path: string, why: string, cause?: unknown): ServerError {
  return new ServerError("keys_unreadable", `the keys in ${path} cannot be used: ${why}`, { cause });
}
