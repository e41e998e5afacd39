import { type FileHandle, open, rm, stat } from "node:fs/promises";
import { type Recording, recordingLine, redactRecording } from "@flint/client";
import { CliError, systemCode, UsageError } from "../error/index.ts";
import { Sessions, sessionsFolder } from "../history/index.ts";
import { type InteractiveFlags, runSavedSession } from "../interactive/index.ts";

export interface RecordFlags extends InteractiveFlags {
  readonly last?: boolean;
  readonly redact?: boolean;
}

/** `flint record FILE [PATH…]`: records a session to a file; with `--last`, copies the previous session. */
export async function recordCommand(
  path: string,
  paths: readonly string[],
  flags: RecordFlags,
): Promise<void> {
  const file = await create(path);
  try {
    const sessions = new Sessions(sessionsFolder());
    const id = flags.last ? sessions.latest()?.id : await runSavedSession(paths, flags);
    if (id === undefined)
      throw new UsageError("no_session", "there is no session to record; flint starts one");
    const { recording } = sessions.read(id);
    await write(file, linesOf(flags.redact ? redactRecording(recording) : recording), path);
  } catch (error) {
    // Remove the file, so that the same command can be repeated.
    if (await isAt(file, path)) await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

/** Creates the file before the session, so that a failure does not waste the session. */
async function create(path: string): Promise<FileHandle> {
  try {
    return await open(path, "wx", 0o600);
  } catch (error) {
    const code = systemCode(error);
    if (code === "EEXIST")
      throw new UsageError("file_exists", `${path} already exists; name another file, or remove it`);
    if (code === undefined) throw error;
    throw new CliError("file_unwritable", `cannot write ${path}: ${code}; check its folder`);
  }
}

/** Writes the text. If that fails, the session is still kept. */
async function write(file: FileHandle, text: string, path: string): Promise<void> {
  try {
    await file.writeFile(text);
    await file.sync();
  } catch (error) {
    const code = systemCode(error);
    if (code === undefined) throw error;
    const isFull = code === "ENOSPC" || code === "EDQUOT";
    throw new CliError(
      isFull ? "disk_full" : "file_unwritable",
      `cannot write ${path}: ${isFull ? "the disk is full" : code}; the session is kept: write it with flint record --last FILE`,
      1,
      { cause: error },
    );
  }
}

/** Returns whether the file is still at `path`: it may have been replaced during a long session. */
async function isAt(file: FileHandle, path: string): Promise<boolean> {
  const [own, there] = await Promise.all([file.stat(), stat(path).catch(() => null)]);
  return there !== null && own.dev === there.dev && own.ino === there.ino;
}

function linesOf({ header, events }: Recording): string {
  return [recordingLine(header), ...events.map(recordingLine)].join("");
}
