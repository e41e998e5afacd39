import { languageOfFile } from "@flint/client";
import { editFailure, type FileSource, lostLinks, readFileSource, writeSource } from "../../edit/index.ts";
import { CliError } from "../../error/index.ts";
import type { SessionLog } from "./session-log.ts";

/** The file of a session on disk: opened, watched for changes of others, written. */
export class OpenFiles {
  readonly #log: SessionLog;
  #source: FileSource | null = null;

  constructor(log: SessionLog) {
    this.#log = log;
  }

  /** Opens a file, or says in a note what keeps it from that. Resolves to whether it is open. */
  open(path: string): Promise<boolean> {
    return this.#told(async () => {
      this.#source = await readFileSource(path);
      this.#opened(this.#source);
    });
  }

  /**
   * Takes note of what others did to the open file. Resolves to whether the session's code is what is on disk; if
   * not, a note says why.
   */
  async refresh(): Promise<boolean> {
    const { file } = this.#log.state;
    if (file === null) return false;
    return this.#told(async () => {
      const source = await readFileSource(file.path);
      this.#source = source;
      if (source.code === file.code) return;
      this.#opened(source);
      this.#log.tell({ type: "note", text: `${file.path} was changed on disk: this is its current content` });
    });
  }

  /** What a session that was cut off had left: the file may be as the session knew it, or as before its last change. */
  async recover(): Promise<void> {
    const { file, pendingCode } = this.#log.state;
    if (file === null) return;
    await this.#told(async () => {
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

  /** Writes the session's code, which was just changed; if that fails, the change is taken back. */
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
      const lost = lostLinks(source.file, file.path);
      if (lost !== null) this.#log.tell({ type: "note", text: lost });
    } catch (error) {
      this.#log.tell({ type: "unwritten", message: messageOf(error) });
    }
  }

  #opened({ name, code }: FileSource): void {
    this.#log.tell({ type: "opened", path: name, code, language: languageOfFile(name, code) });
  }

  async #told(work: () => Promise<void>): Promise<boolean> {
    try {
      await work();
      return true;
    } catch (error) {
      this.#log.tell({ type: "note", text: messageOf(error) });
      return false;
    }
  }
}

/** What a foreseen failure says; a bug shows itself. */
export function messageOf(error: unknown): string {
  const failure = editFailure(error, "select a part of it with ⇧↑↓ in the file");
  if (failure instanceof CliError) return failure.message;
  if (failure instanceof Error && "syscall" in failure) return failure.message;
  throw error;
}
