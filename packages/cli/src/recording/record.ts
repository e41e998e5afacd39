import { open, rm } from "node:fs/promises";
import { type Recording, recordingLine, redactRecording } from "@flint/client";
import { CliError, systemCode, UsageError } from "../error/index.ts";
import { Sessions, sessionsFolder } from "../history/index.ts";
import { type InteractiveFlags, keptSession } from "../interactive/index.ts";

export interface RecordFlags extends InteractiveFlags {
  readonly last?: boolean;
  readonly redact?: boolean;
}

/** `flint record FILE [PATH…]`: a session that is kept as a file, or with `--last` the one that was before. */
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
      throw new UsageError("no_session", "there is no session to record; flint starts one");
    const { recording } = sessions.read(id);
    await file.writeFile(linesOf(flags.redact ? redactRecording(recording) : recording));
  } catch (error) {
    // The name stays free for the command that mends it.
    if ((await file.stat()).size === 0) await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

/** Before the session, so that it is not in vain. */
async function create(path: string): Promise<Awaited<ReturnType<typeof open>>> {
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

function linesOf({ header, events }: Recording): string {
  return [recordingLine(header), ...events.map(recordingLine)].join("");
}
