import { open, rm } from "node:fs/promises";
import { type Recording, recordingLine, redactRecording } from "@flint/client";
import { CliError, systemCode, UsageError } from "../error/index.ts";
import { Sessions, sessionsFolder } from "../history/index.ts";
import { type InteractiveFlags, keptSession } from "../interactive/index.ts";

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
    const id = flags.last ? sessions.latest()?.id : await keptSession(paths, flags);
    if (id === undefined)
      throw new UsageError("no_session", "there is no session to record; flint begins one");
    const { recording } = sessions.read(id);
    await file.writeFile(linesOf(flags.redact ? redactRecording(recording) : recording));
  } catch (error) {
    // Remove the empty file, so that the same command can be repeated.
    if ((await file.stat()).size === 0) await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

/** Creates the file before the session, so that a failure does not waste the session. */
async function create(path: string): Promise<Awaited<ReturnType<typeof open>>> {
  try {
    return await open(path, "wx", 0o600);
  } catch (error) {
    const code = systemCode(error);
    if (code === "EEXIST")
      throw new UsageError("file_exists", `${path} exists; name a file that does not, or remove it`);
    if (code === undefined) throw error;
    throw new CliError("file_unwritable", `cannot write ${path}: ${code}; check its folder`);
  }
}

function linesOf({ header, events }: Recording): string {
  return [recordingLine(header), ...events.map(recordingLine)].join("");
}
