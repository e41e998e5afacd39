import { closeSync, fsyncSync, openSync, statSync, truncateSync, writeSync } from "node:fs";
import { type RecordingHeader, recordingLine, type SessionEvent, type TimedEvent } from "@flint/client";

/** Events within this many milliseconds are written together. */
const GATHER_MS = 16;
/** The largest journal of a session, in bytes. */
const MAX_BYTES = 64 * 1024 * 1024;

/** Events that are flushed to disk at once, before the user's file is changed. */
const DURABLE: ReadonlySet<SessionEvent["type"]> = new Set(["accepted", "undone", "redone", "quit"]);

/**
 * A session's events on disk, as a recording. It survives a crash of the program, except for text of the last few
 * milliseconds.
 */
export class Journal {
  readonly path: string;
  readonly #onFailure: (reason: string) => void;
  #descriptor: number | null;
  #size: number;
  #unwritten: TimedEvent[] = [];
  #timer: NodeJS.Timeout | null = null;

  private constructor(path: string, descriptor: number, size: number, failed: (reason: string) => void) {
    this.path = path;
    this.#descriptor = descriptor;
    this.#size = size;
    this.#onFailure = failed;
  }

  /** Creates a journal. `failed` is called once, when writing fails for good. */
  static create(path: string, header: RecordingHeader, failed: (reason: string) => void): Journal {
    const journal = new Journal(path, openSync(path, "wx", 0o600), 0, failed);
    journal.#write(recordingLine(header));
    return journal;
  }

  /** Continues a journal with `bytes` of complete lines; an incomplete line after them is removed. */
  static resume(path: string, bytes: number, failed: (reason: string) => void): Journal {
    if (statSync(path).size > bytes) truncateSync(path, bytes);
    return new Journal(path, openSync(path, "a", 0o600), bytes, failed);
  }

  append(event: TimedEvent): void {
    if (this.#descriptor === null) return;
    const last = this.#unwritten.at(-1);
    if (event.type === "text" && last?.type === "text" && last.edit === event.edit) {
      this.#unwritten[this.#unwritten.length - 1] = { ...last, text: last.text + event.text };
    } else this.#unwritten.push(event);
    if (DURABLE.has(event.type)) {
      this.flush();
      this.#sync();
    } else this.#timer ??= setTimeout(() => this.flush(), GATHER_MS);
  }

  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const lines = this.#unwritten.map(recordingLine).join("");
    this.#unwritten = [];
    if (lines !== "") this.#write(lines);
  }

  close(): void {
    this.flush();
    if (this.#descriptor !== null) closeSync(this.#descriptor);
    this.#descriptor = null;
  }

  #write(lines: string): void {
    if (this.#descriptor === null) return;
    const bytes = Buffer.from(lines);
    if (this.#size + bytes.length > MAX_BYTES) {
      this.#giveUp("this session's history is full; start a new session to keep saving");
      return;
    }
    try {
      for (let at = 0; at < bytes.length; ) at += writeSync(this.#descriptor, bytes, at);
      this.#size += bytes.length;
    } catch (error) {
      this.#giveUp(`this session cannot be saved: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  #sync(): void {
    try {
      if (this.#descriptor !== null) fsyncSync(this.#descriptor);
    } catch (error) {
      this.#giveUp(`this session cannot be saved: ${error instanceof Error ? error.message : String(error)}`);
    }
  }

  #giveUp(reason: string): void {
    if (this.#descriptor === null) return;
    closeSync(this.#descriptor);
    this.#descriptor = null;
    this.#onFailure(reason);
  }
}
