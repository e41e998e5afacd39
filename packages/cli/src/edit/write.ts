import { copyFileSync, linkSync, lstatSync, readFileSync, type Stats } from "node:fs";
import { access, constants, type FileHandle, open, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { CliError, systemCode } from "../error/index.ts";
import { replaceFile } from "../folder/index.ts";
import { copyAttributes } from "./attributes.ts";
import type { SourceFile } from "./source.ts";
import { clearLeftovers, removeTemporary, temporaryBeside } from "./temporary.ts";
import { whileLocked } from "./while-locked.ts";
import { writeFailure } from "./write-failure.ts";

/** How a read-only file is made writable. */
const WRITABLE = process.platform === "win32" ? "attrib -r" : "chmod u+w";

/** A file's new content. */
export interface Change {
  readonly file: SourceFile;
  readonly content: string;
  /** The name that the user gave, for messages. */
  readonly name: string;
}

/**
 * Replaces the file's content atomically: a temporary file in the same folder gets its owner, mode and attributes, and
 * is renamed over it.
 * @throws {CliError} `file_changed` if it changed since it was read, `file_unwritable` (also if it is read-only),
 * `disk_full`; the file is then unchanged.
 */
export function writeSource(file: SourceFile, content: string, name: string): Promise<void> {
  return writeSources([{ file, content, name }]);
}

/** A change in progress, with its unique temporary names. */
interface Pending {
  readonly change: Change;
  /** Receives the new content, then is renamed over the file. */
  readonly temporary: string;
  /** A second name of the old file, until all files are replaced. */
  readonly kept: string;
}

/**
 * Replaces the content of all files or of none: writes all temporary files, checks that no file has changed since it
 * was read, then renames.
 * @throws {CliError} `file_changed`, `file_unwritable`, `disk_full`; all files are then unchanged.
 */
export async function writeSources(changes: readonly Change[]): Promise<void> {
  const pending = changes.map((change) => ({
    change,
    temporary: temporaryBeside(change.file.path, "new"),
    kept: temporaryBeside(change.file.path, "old"),
  }));
  for (const { file } of changes) await clearLeftovers(dirname(file.path));
  const spared = new Set<string>();
  const removeAll = () => {
    for (const { temporary, kept } of pending) {
      removeTemporary(temporary);
      if (!spared.has(kept)) removeTemporary(kept);
    }
  };
  // A signal may end the process at any time.
  process.once("exit", removeAll);
  try {
    for (const { change, temporary } of pending) {
      try {
        await writeTemporary(change, temporary);
      } catch (error) {
        throw writeFailure(change.name, error);
      }
    }
    const files = changes.map(({ file, name }) => ({ path: file.path, name }));
    await whileLocked(files, () => replaceAll(pending, spared));
  } finally {
    removeAll();
    process.removeListener("exit", removeAll);
  }
}

/**
 * Replaces all files synchronously, so that no signal handler runs in between, and as little time as possible passes
 * between checking and replacing a file. On failure, rolls back. Files that cannot be rolled back are added to
 * `spared`, and the error says where their old content is.
 */
function replaceAll(pending: readonly Pending[], spared: Set<string>): void {
  const forEachFile = (work: (one: Pending) => void) => {
    for (const one of pending) {
      try {
        work(one);
      } catch (error) {
        throw writeFailure(one.change.name, error);
      }
    }
  };
  // A single rename is atomic and needs no backup.
  if (pending.length > 1) forEachFile(keepOldContent);
  forEachFile(({ change }) => requireUnchanged(change));
  const replaced: Pending[] = [];
  try {
    forEachFile((one) => {
      replaceFile(one.temporary, one.change.file.path);
      replaced.push(one);
    });
  } catch (error) {
    // Restore the old files by their second names, which works even on a full disk and keeps hard links.
    for (const { change, kept } of replaced) {
      try {
        replaceFile(kept, change.file.path);
      } catch {
        spared.add(kept);
      }
    }
    if (spared.size === 0) throw error;
    throw new CliError(
      "file_unwritable",
      `some files could not be written and some not restored: their old content is in ${[...spared].join(", ")}`,
      1,
      { cause: error },
    );
  }
}

function keepOldContent({ change, kept }: Pending): void {
  const { path } = change.file;
  try {
    linkSync(path, kept);
  } catch (error) {
    // The file system has no hard links: copy instead. Other problems will show here too.
    if (!["EPERM", "ENOTSUP", "ENOSYS", "EMLINK"].includes(systemCode(error) ?? "")) throw error;
    copyFileSync(path, kept, constants.COPYFILE_EXCL);
  }
}

/** Returns a note if the written file had other hard links, or null. */
export function hardLinkNote({ links }: SourceFile, name: string): string | null {
  if (links < 2) return null;
  const others = links === 2 ? "its hard link keeps" : `its ${links - 1} hard links keep`;
  return `${name} was written; ${others} the old content`;
}

async function writeTemporary({ file, content, name }: Change, temporary: string): Promise<void> {
  const stats = await stat(file.path);
  // Permissions do not stop root, nor a rename over the file: respect that the file was made read-only.
  if ((stats.mode & 0o222) === 0) {
    throw new CliError(
      "file_unwritable",
      `cannot write ${name}: it is read-only and unchanged; make it writable (${WRITABLE}) and try again`,
    );
  }
  await access(file.path, constants.W_OK);
  await writeNew(temporary, content, file.path, stats);
}

/** Writes a file with the owner, mode and attributes of `model`. */
async function writeNew(path: string, content: string, model: string, like: Stats): Promise<void> {
  const handle = await open(path, "wx", like.mode);
  try {
    await copyAttributes(model, path);
    await restoreOwner(handle, like);
    // `open` applies the umask to the mode.
    await handle.chmod(like.mode & 0o7777);
    await handle.writeFile(content);
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Restores the previous owner, which matters for root, such as in a container. */
async function restoreOwner(handle: FileHandle, { uid, gid }: Stats): Promise<void> {
  const own = await handle.stat();
  if (own.uid === uid && own.gid === gid) return;
  try {
    await handle.chown(uid, gid);
  } catch (error) {
    // Only root may change a file's owner.
    if (systemCode(error) !== "EPERM") throw error;
  }
}

function requireUnchanged({ file, name }: Change): void {
  // Check the type first: reading a pipe would block, and a link must not be replaced.
  if (lstatSync(file.path).isFile() && file.bytes.equals(readFileSync(file.path))) return;
  throw new CliError(
    "file_changed",
    `${name} was changed by another program meanwhile, so it was not written; edit it again`,
  );
}
