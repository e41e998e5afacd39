import {
  chmodSync,
  closeSync,
  existsSync,
  fchownSync,
  fstatSync,
  fsyncSync,
  openSync,
  readSync,
  statSync,
  writeSync,
} from "node:fs";
import { userInfo } from "node:os";
import { dirname } from "node:path";
import { CliError, systemCode } from "../error/index.ts";
import { makeFolder } from "../folder/index.ts";

/** An administrative act. */
export type Act =
  | "key.created"
  | "key.revoked"
  | "server.started"
  | "server.stopped"
  | "config.reloaded"
  | "config.refused"
  | "keys.reloaded"
  | "keys.refused";

/** An append-only log of administrative acts, one JSON line each. */
export interface AuditLog {
  /** Returns when the line is on disk. Throws {@link CliError} `audit_unwritable`. */
  append(act: Act, facts: Readonly<Record<string, unknown>>): void;
  close(): void;
}

/** Opens the log, readable only by its owner. Throws {@link CliError} `audit_unwritable`; the act must not happen then. */
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
    const opened = openSync(path, "a+", 0o600);
    if (isNew) giveToFolderOwner(opened, dirname(path));
    chmodSync(path, 0o600);
    return opened;
  });
  const by = { user: userName(), pid: process.pid };
  return {
    append(act, facts) {
      const line = `${JSON.stringify({ time: now().toISOString(), act, by, ...facts })}\n`;
      guard(() => {
        // After a full disk, the last line may be incomplete: start a new one, to keep this record intact.
        writeFully(file, endsInPartialLine(file) ? `\n${line}` : line);
        fsyncSync(file);
      });
    },
    close: () => closeSync(file),
  };
}

/** Whether the last line is incomplete. */
function endsInPartialLine(file: number): boolean {
  const { size } = fstatSync(file);
  const last = Buffer.alloc(1);
  return size > 0 && readSync(file, last, 0, 1, size - 1) === 1 && last.toString() !== "\n";
}

/** Writes all of the text: on a disk that fills up, a write may be partial, and only the next one fails. */
function writeFully(file: number, text: string): void {
  const bytes = Buffer.from(text);
  for (let at = 0; at < bytes.length; ) at += writeSync(file, bytes, at);
}

/** {@link openAuditLog}, deferred until the first act. */
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

/** If root creates the log, with the first key, gives it to the folder's owner: the server must be able to write it. */
function giveToFolderOwner(file: number, folder: string): void {
  if (process.getuid?.() !== 0) return;
  const { uid, gid } = statSync(folder);
  if (uid !== 0 || gid !== 0) fchownSync(file, uid, gid);
}

function userName(): string {
  try {
    return userInfo().username;
  } catch {
    // A container's user may have no name.
    return String(process.getuid?.() ?? "unknown");
  }
}
