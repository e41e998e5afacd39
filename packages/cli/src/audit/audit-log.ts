import {
  chmodSync,
  closeSync,
  existsSync,
  fchownSync,
  fsyncSync,
  openSync,
  statSync,
  writeSync,
} from "node:fs";
import { userInfo } from "node:os";
import { dirname } from "node:path";
import { CliError, systemCode } from "../error/index.ts";
import { makeFolder } from "../folder/index.ts";

/** What is done to a server by those who run it. */
export type Act =
  | "key.created"
  | "key.revoked"
  | "server.started"
  | "server.stopped"
  | "config.reloaded"
  | "config.refused"
  | "keys.reloaded"
  | "keys.refused";

/** The log of administrative acts: one line of JSON for each, that is only ever appended. */
export interface AuditLog {
  /** On disk when it returns. Throws {@link CliError} `audit_unwritable`. */
  append(act: Act, facts: Readonly<Record<string, unknown>>): void;
  close(): void;
}

/**
 * Opens the log, readable by its owner alone. Throws {@link CliError} `audit_unwritable`: what cannot be logged is not
 * to be done.
 */
export function openAuditLog(path: string, now: () => Date = () => new Date()): AuditLog {
  const guard = <T>(work: () => T): T => {
    try {
      return work();
    } catch (error) {
      const why = systemCode(error) ?? String(error);
      throw new CliError(
        "audit_unwritable",
        `the audit log ${path} cannot be written (${why}): give this user write permission, or name another file with --audit`,
        1,
        { cause: error },
      );
    }
  };
  const file = guard(() => {
    makeFolder(dirname(path), 0o700);
    const isNew = !existsSync(path);
    const opened = openSync(path, "a", 0o600);
    if (isNew) giveToFolder(opened, dirname(path));
    chmodSync(path, 0o600);
    return opened;
  });
  const by = { user: userName(), pid: process.pid };
  return {
    append(act, facts) {
      const line = `${JSON.stringify({ time: now().toISOString(), act, by, ...facts })}\n`;
      guard(() => {
        writeSync(file, line);
        fsyncSync(file);
      });
    },
    close: () => closeSync(file),
  };
}

/** As {@link openAuditLog}, opened with the first act. */
export function lazyAuditLog(path: string): AuditLog {
  let log: AuditLog | null = null;
  return {
    append(act, facts) {
      log ??= openAuditLog(path);
      log.append(act, facts);
    },
    close: () => log?.close(),
  };
}

/** A log that root begins, with the first key for a server: the server has to write it too. */
function giveToFolder(file: number, folder: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(folder);
  if (uid !== 0 || gid !== 0) fchownSync(file, uid, gid);
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container may run as a user that has no name.
    return String(process.getuid?.() ?? "unknown");
  }
}
