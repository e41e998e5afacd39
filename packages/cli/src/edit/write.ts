import { copyFileSync, linkSync, lstatSync, readFileSync, renameSync, rmSync, type Stats } from "node:fs";
import { access, constants, type FileHandle, open, stat } from "node:fs/promises";
import { dirname } from "node:path";
import { CliError, systemCode } from "../error/index.ts";
import { copyAttributes } from "./attributes.ts";
import type { SourceFile } from "./source.ts";
import { clearLeftovers, temporaryBeside } from "./temporary.ts";
import { whileLocked } from "./while-locked.ts";
import { writeFailure } from "./write-failure.ts";

/** A file's new content. */
export interface Change {
  readonly file: SourceFile;
  readonly content: string;
  /** As the person called it, for messages. */
  readonly name: string;
}

/**
 * Replaces the file's content, all or nothing: a temporary file beside it takes its owner, its mode, its attributes and
 * then its name.
 * @throws {CliError} `file_changed` when it is no longer as it was read, `file_unwritable` also for one that is
 * read-only, `disk_full`; it is then untouched.
 */
export function writeSource(file: SourceFile, content: string, name: string): Promise<void> {
  return writeSources([{ file, content, name }]);
}

/** A change under way, with names beside its file that nobody else has. */
interface Pending {
  readonly change: Change;
  /** Takes the new content, and then the file's name. */
  readonly temporary: string;
  /** The file as it was, under a second name until all are replaced. */
  readonly kept: string;
}

/**
 * Replaces the content of several files, of all or of none: first every one of them gets its temporary file, then all
 * are seen to be as they were read, and only then do the temporary files take the names.
 * @throws {CliError} `file_changed`, `file_unwritable`, `disk_full`; all are then as they were.
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
      rmSync(temporary, { force: true });
      if (!spared.has(kept)) rmSync(kept, { force: true });
    }
  };
  // A signal ends the program wherever it is.
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
 * In one go: no signal ends the program between two of them, and between the look at a file and its replacement there
 * is as little time as can be for somebody else. Where they cannot all be replaced, those that were get back what they
 * held; what cannot be given back goes to `spared`, and the error says where it is.
 */
function replaceAll(pending: readonly Pending[], spared: Set<string>): void {
  const each = (work: (one: Pending) => void) => {
    for (const one of pending) {
      try {
        work(one);
      } catch (error) {
        throw writeFailure(one.change.name, error);
      }
    }
  };
  // One alone is replaced or is not.
  if (pending.length > 1) each(keep);
  each(({ change }) => requireUnchanged(change));
  const replaced: Pending[] = [];
  try {
    each((one) => {
      renameSync(one.temporary, one.change.file.path);
      replaced.push(one);
    });
  } catch (error) {
    // The same files once more, with their hard links: there is nothing that a full disk could keep from them.
    for (const { change, kept } of replaced) {
      try {
        renameSync(kept, change.file.path);
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

function keep({ change, kept }: Pending): void {
  const { path } = change.file;
  try {
    linkSync(path, kept);
  } catch (error) {
    // File systems without hard links; what is wrong besides shows itself here as well.
    if (!["EPERM", "ENOTSUP", "ENOSYS", "EMLINK"].includes(systemCode(error) ?? "")) throw error;
    copyFileSync(path, kept, constants.COPYFILE_EXCL);
  }
}

/** What is to be known of a file with hard links that was written; null of any other. */
export function lostLinks({ links }: SourceFile, name: string): string | null {
  if (links < 2) return null;
  const others = links === 2 ? "its hard link keeps" : `its ${links - 1} hard links keep`;
  return `${name} was written; ${others} the old content`;
}

async function writeTemporary({ file, content, name }: Change, temporary: string): Promise<void> {
  const stats = await stat(file.path);
  // The superuser is kept from nothing, and a new file could take the name of any: that somebody made it read-only
  // holds all the same.
  if ((stats.mode & 0o222) === 0) {
    throw new CliError(
      "file_unwritable",
      `cannot write ${name}: it is read-only and unchanged; make it writable (chmod u+w) and try again`,
    );
  }
  await access(file.path, constants.W_OK);
  await writeNew(temporary, content, file.path, stats);
}

/** Like what is at `model`: its owner, its mode and its attributes. */
async function writeNew(path: string, content: string, model: string, like: Stats): Promise<void> {
  const handle = await open(path, "wx", like.mode);
  try {
    await copyAttributes(model, path);
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

function requireUnchanged({ file, name }: Change): void {
  // A pipe in its place would keep whoever reads it waiting, and a link is not what is to be replaced.
  if (lstatSync(file.path).isFile() && file.bytes.equals(readFileSync(file.path))) return;
  throw new CliError(
    "file_changed",
    `${name} was changed by another program meanwhile, so it was not written; edit it again`,
  );
}
