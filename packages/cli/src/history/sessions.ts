import { readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { join } from "node:path";
import { FlintError, parseRecording, type Recording, type RecordingHeader } from "@flint/client";
import { claim, holderOf } from "../claim/index.ts";
import { CliError, systemCode, UsageError } from "../error/index.ts";
import { makeFolder } from "../folder/index.ts";
import { Journal } from "./journal.ts";

/** Limits of the saved sessions: their number, and their total size. */
const MAX_SESSIONS = 50;
const MAX_TOTAL_BYTES = 256 * 1024 * 1024;
/** How many of the latest sessions are searched for one to resume. */
const MAX_LOOKED_AT = 5;
const ENDING = ".jsonl";
const ID = /^[\w-]+$/;

export interface OpenJournal {
  readonly id: string;
  readonly journal: Journal;
  /** Allows other processes to open the session. */
  release(): void;
}

export interface PastSession {
  readonly id: string;
  readonly path: string;
  readonly recording: Recording;
  /** Size of its complete lines. */
  readonly bytes: number;
}

/** A user's saved sessions, in one folder. */
export class Sessions {
  readonly #folder: string;

  constructor(folder: string) {
    this.#folder = folder;
  }

  /**
   * Starts a session's journal, and removes old sessions over the limits.
   * @throws {CliError} `sessions_unkept` if the folder cannot be written.
   */
  begin(folder: string, failed: (reason: string) => void, now = new Date()): OpenJournal {
    try {
      return this.#begin(folder, failed, now);
    } catch (error) {
      throw this.#unwritable(error);
    }
  }

  #begin(folder: string, failed: (reason: string) => void, now: Date): OpenJournal {
    makeFolder(this.#folder, 0o700);
    this.#prune();
    const id = `${now.toISOString().replace(/[:.]/g, "-").replace("Z", "")}-${process.pid}`;
    const path = this.#pathOf(id);
    const header: RecordingHeader = { flint: "recording", version: 1, began: now.toISOString(), folder };
    const release = claim(path, sessionOpenError);
    return { id, journal: Journal.create(path, header, failed), release };
  }

  /** Resumes a session. @throws {CliError} `session_open` if another process has it open. */
  resume({ id, path, bytes }: PastSession, failed: (reason: string) => void): OpenJournal {
    const release = claim(path, sessionOpenError);
    if (wholeLines(this.#bytesOf(path, id)).length !== bytes) {
      release();
      throw new CliError(
        "session_open",
        `the session ${id} was continued in another process meanwhile; run flint resume again`,
      );
    }
    return { id, journal: Journal.resume(path, bytes, failed), release };
  }

  /** Returns the ids, the latest first. @throws {CliError} `sessions_unkept` if the folder cannot be read. */
  ids(): string[] {
    try {
      return readdirSync(this.#folder, { withFileTypes: true })
        .filter((entry) => entry.name.endsWith(ENDING) && !entry.isDirectory())
        .map(({ name }) => name.slice(0, -ENDING.length))
        .filter((name) => ID.test(name))
        .sort()
        .reverse();
    } catch (error) {
      // ENOTDIR: a parent is not a folder, so there are no sessions either.
      if (["ENOENT", "ENOTDIR"].includes(systemCode(error) ?? "")) return [];
      throw this.#unwritable(error);
    }
  }

  #unwritable(error: unknown): unknown {
    const code = systemCode(error);
    if (code === undefined) return error;
    return new CliError(
      "sessions_unkept",
      `sessions cannot be saved in ${this.#folder} (${code}): give yourself write permission there, or set FLINT_HOME to a folder of yours`,
      1,
      { cause: error },
    );
  }

  /** @throws {UsageError} `no_session` if there is none with this id. */
  read(id: string): PastSession {
    const path = this.#pathOf(id);
    const whole = wholeLines(this.#bytesOf(path, id));
    try {
      return { id, path, recording: parseRecording(whole.toString("utf8")), bytes: whole.length };
    } catch (error) {
      if (!(error instanceof FlintError)) throw error;
      throw new CliError("session_unreadable", `the session ${id} cannot be read: ${error.message}`);
    }
  }

  /**
   * Returns the session to resume: the latest that crashed and is not open elsewhere, or else the latest. Null if there
   * is none.
   */
  sessionToResume(): PastSession | null {
    return this.#latestCrashed() ?? this.latest();
  }

  /** Returns the latest session in which a file was opened; null if there is none. */
  latest(): PastSession | null {
    return this.#latestWhere((id) => this.#hasOpenedFile(id));
  }

  /** Returns the start of the latest crashed session; null if there is none. */
  latestCrashTime(): Date | null {
    const past = this.#latestCrashed();
    return past === null ? null : new Date(past.recording.header.began);
  }

  #latestCrashed(): PastSession | null {
    return this.#latestWhere(
      (id) => holderOf(this.#pathOf(id)) === null && this.#hasOpenedFile(id) && !this.#hasQuit(id),
    );
  }

  /** Returns the first of the latest sessions that matches and can be read. */
  #latestWhere(isWanted: (id: string) => boolean): PastSession | null {
    for (const id of this.ids().slice(0, MAX_LOOKED_AT)) {
      try {
        if (isWanted(id)) return this.read(id);
      } catch (error) {
        // Another process may have removed it, or another version may have written it: it cannot be resumed here.
        if (!(error instanceof CliError) && systemCode(error) === undefined) throw error;
      }
    }
    return null;
  }

  /** Whether a file was opened in the session; without one there is nothing to resume. */
  #hasOpenedFile(id: string): boolean {
    return this.#bytesOf(this.#pathOf(id), id).includes('"type":"opened"');
  }

  #hasQuit(id: string): boolean {
    const bytes = this.#bytesOf(this.#pathOf(id), id);
    return bytes.subarray(-200).toString("utf8").trimEnd().endsWith('"type":"quit"}');
  }

  #bytesOf(path: string, id: string): Buffer {
    try {
      return readFileSync(path);
    } catch (error) {
      if (systemCode(error) !== "ENOENT") throw error;
      throw new UsageError("no_session", `there is no session ${id}; flint resume --list lists the sessions`);
    }
  }

  #pathOf(id: string): string {
    if (!ID.test(id))
      throw new UsageError("no_session", `"${id}" is not a session's id; flint resume --list lists them`);
    return join(this.#folder, id + ENDING);
  }

  #prune(): void {
    let total = 0;
    for (const [index, id] of this.ids().entries()) {
      const path = this.#pathOf(id);
      total += statSync(path, { throwIfNoEntry: false })?.size ?? 0;
      // One place is reserved for the new session.
      if (index < MAX_SESSIONS - 1 && total <= MAX_TOTAL_BYTES) continue;
      if (holderOf(path) !== null) continue;
      rmSync(path, { force: true });
      rmSync(`${path}.lock`, { force: true });
    }
  }
}

function sessionOpenError(holder: number | null): CliError {
  return new CliError(
    "session_open",
    holder === null
      ? "that session was just opened in another process; continue there"
      : `that session is open in process ${holder}; continue there, or end that process first`,
  );
}

function wholeLines(bytes: Buffer): Buffer {
  return bytes.subarray(0, bytes.lastIndexOf(0x0a) + 1);
}
