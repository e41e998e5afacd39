import { randomBytes } from "node:crypto";
import { renameSync, rmSync, type Stats } from "node:fs";
import { access, constants, type FileHandle, open, readFile, rename, rm, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { CliError, systemCode } from "../error/index.ts";
import type { SourceFile } from "./source.ts";

/** A file's new content. */
export interface Change {
  readonly file: SourceFile;
  readonly content: string;
  /** As the person called it, for messages. */
  readonly name: string;
}

/**
 * Replaces the file's content, all or nothing: a temporary file beside it takes its owner, its mode and then its name.
 * @throws {CliError} `file_changed` when it is no longer as it was read, `file_unwritable`; it is then untouched.
 */
export function writeSource(file: SourceFile, content: string, name: string): Promise<void> {
  return writeSources([{ file, content, name }]);
}

/**
 * Replaces the content of several files, of all or of none: first every one of them gets its temporary file, then all
 * are seen to be as they were read, and only then do the temporary files take the names.
 * @throws {CliError} `file_changed`, `file_unwritable`, `disk_full`; all are then as they were.
 */
export async function writeSources(changes: readonly Change[]): Promise<void> {
  const pending = changes.map((change) => ({ change, temporary: temporaryFor(change.file.path) }));
  const removeAll = () => {
    for (const { temporary } of pending) rmSync(temporary, { force: true });
  };
  // A signal ends the program wherever it is.
  process.once("exit", removeAll);
  try {
    for (const { change, temporary } of pending) await told(change, () => writeTemporary(change, temporary));
    for (const { change } of pending) await told(change, () => requireUnchanged(change));
    const replaced: Change[] = [];
    try {
      // In one go: no signal ends the program between two of them.
      for (const { change, temporary } of pending) {
        renameSync(temporary, change.file.path);
        replaced.push(change);
      }
    } catch (error) {
      await putBack(replaced);
      throw writeFailure(changes[replaced.length]?.name ?? "", error);
    }
  } finally {
    removeAll();
    process.removeListener("exit", removeAll);
  }
}

/** What is to be known of a file with hard links that was written; null of any other. */
export function lostLinks({ links }: SourceFile, name: string): string | null {
  if (links < 2) return null;
  const others = links === 2 ? "its hard link keeps" : `its ${links - 1} hard links keep`;
  return `${name} is written; ${others} the old content`;
}

function temporaryFor(path: string): string {
  // Not of the file's name, which may be as long as names can be.
  return join(dirname(path), `.flint-${randomBytes(8).toString("hex")}`);
}

async function writeTemporary({ file, content }: Pick<Change, "file" | "content">, temporary: string) {
  await access(file.path, constants.W_OK);
  await writeNew(temporary, content, await stat(file.path));
}

async function writeNew(path: string, content: string | Buffer, like: Stats): Promise<void> {
  const handle = await open(path, "wx", like.mode);
  try {
    await giveTo(handle, like);
    // The mode given to open is subject to the umask.
    await handle.chmod(like.mode & 0o7777);
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** To whom it belonged before: whoever works as root, as in a container, does so on files of others. */
async function giveTo(handle: FileHandle, { uid, gid }: Stats): Promise<void> {
  const own = await handle.stat();
  if (own.uid === uid && own.gid === gid) return;
  try {
    await handle.chown(uid, gid);
  } catch (error) {
    // Nobody else may give files away.
    if (systemCode(error) !== "EPERM") throw error;
  }
}

async function requireUnchanged({ file, name }: Change): Promise<void> {
  if (file.bytes.equals(await readFile(file.path))) return;
  throw new CliError(
    "file_changed",
    `${name} was changed by someone else meanwhile and was left as it is; edit it again`,
  );
}

/** Gives files that were replaced what they held. */
async function putBack(changes: readonly Change[]): Promise<void> {
  for (const { file } of changes) {
    const temporary = temporaryFor(file.path);
    try {
      await writeNew(temporary, file.bytes, await stat(file.path));
      await rename(temporary, file.path);
    } finally {
      await rm(temporary, { force: true });
    }
  }
}

async function told(change: Change, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    throw writeFailure(change.name, error);
  }
}

function writeFailure(name: string, error: unknown): unknown {
  switch (systemCode(error)) {
    case "ENOENT":
      return new CliError("file_changed", `${name} was moved or deleted meanwhile; nothing was written`);
    case "EACCES":
    case "EPERM":
      return new CliError(
        "file_unwritable",
        `cannot write ${name}: permission denied; check the modes of it and its folder`,
      );
    case "EROFS":
      return new CliError(
        "file_unwritable",
        `cannot write ${name}: its file system is read-only; mount it for writing, or apply the diff elsewhere`,
      );
    case "ENOSPC":
      return new CliError("disk_full", `cannot write ${name}: the disk is full; it is as it was`);
    default:
      return error;
  }
}
