import { languageOfFile } from "@flint/client";
import {
  editFailure,
  type FileSource,
  hardLinkNote,
  leadsAway,
  readFileSource,
  writeSource,
} from "../../edit/index.ts";
import { CliError } from "../../error/index.ts";
import type { SessionLog } from "./session-log.ts";

/** The session's file on disk: opens it, notices changes by other programs, and writes it. */
export class OpenFiles {
  readonly #log: SessionLog;
  #source: FileSource | null = null;

  constructor(log: SessionLog) {
    this.#log = log;
  }

  /** Opens a file, or shows a note with the reason why not. Resolves to whether it is open. */
  open(path: string): Promise<boolean> {
    return this.#noteFailure(async () => {
      this.#source = await readFileSource(path);
      this.#opened(this.#source);
      const target = await leadsAway(this.#source);
      if (target === null) return;
      this.#log.tell({ type: "note", text: `${path} is a link: changes are written to ${target}` });
    });
  }

  /**
   * Picks up changes that other programs made to the open file. Resolves to whether the session's code equals the file
   * on disk; if not, a note says why.
   */
  async refresh(): Promise<boolean> {
    const { file } = this.#log.state;
    if (file === null) return false;
    return this.#noteFailure(async () => {
      const source = await readFileSource(file.path);
      this.#source = source;
      if (source.code === file.code) return;
      this.#opened(source);
      this.#log.tell({ type: "note", text: `${file.path} was changed on disk: this is its current content` });
    });
  }

  /** After a crash, the file may be as the session recorded it, or as it was before its last change. */
  async recover(): Promise<void> {
    const { file, pendingCode } = this.#log.state;
    if (file === null) return;
    await this.#noteFailure(async () => {
      const source = await readFileSource(file.path);
      this.#source = source;
      if (source.code === file.code) {
        if (pendingCode !== null) this.#log.tell({ type: "written" });
      } else if (pendingCode !== null && source.code === pendingCode.before) {
        this.#log.tell({
          type: "unwritten",
          message: "the last change was not written: accept it again",
        });
      } else {
        this.#opened(source);
        this.#log.tell({
          type: "note",
          text: `${file.path} was changed by another program: this is its current content`,
        });
      }
    });
  }

  /** Writes the session's changed code. If that fails, the change is reverted. */
  async write(): Promise<void> {
    const { file } = this.#log.state;
    const source = this.#source;
    if (file === null) return;
    if (source === null) {
      this.#log.tell({
        type: "unwritten",
        message: `${file.path} cannot be read, so nothing is written to it`,
      });
      return;
    }
    try {
      await writeSource(source.file, file.code, file.path);
      this.#source = {
        ...source,
        code: file.code,
        file: { path: source.file.path, bytes: Buffer.from(file.code), links: 1 },
      };
      this.#log.tell({ type: "written" });
      const lost = hardLinkNote(source.file, file.path);
      if (lost !== null) this.#log.tell({ type: "note", text: lost });
    } catch (error) {
      this.#log.tell({ type: "unwritten", message: messageOf(error) });
    }
  }

  #opened({ name, code }: FileSource): void {
    this.#log.tell({ type: "opened", path: name, code, language: languageOfFile(name, code) });
  }

  async #noteFailure(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.#log.tell({ type: "note", text: messageOf(error) });
      return false;
    }
  }
}

/** Returns the message of an expected failure; rethrows anything else, which is a bug. */
export function messageOf(error: unknown): string {
  const failure = editFailure(error, "select a part of it with ⇧↑↓ in the file");
  if (failure instanceof CliError) return failure.message;
  if (failure instanceof Error && "syscall" in failure) return failure.message;
  throw error;
}
