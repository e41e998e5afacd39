import { closeSync, fsyncSync, openSync, statSync, truncateSync, writeSync } from "node:fs";
import { type RecordingHeader, recordingLine, type SessionEvent, type TimedEvent } from "@flint/client";

/** Milliseconds for which events are gathered into one write. */
const GATHER_MS = 16;
/** Bytes of one session on disk. */
const MAX_BYTES = 64 * 1024 * 1024;

/** After these the disk is to have what was written, before the person's file is touched. */
const DURABLE: ReadonlySet<SessionEvent["type"]> = new Set(["accepted", "undone", "redone", "quit"]);

/**
 * A session's events on disk, as a recording. What is written survives the end of the program, however it comes;
 * the text of the last few milliseconds may be missing.
 */
export class Journal {
  readonly path: string;
  readonly #failed: (reason: string) => void;
  #descriptor: number | null;
  #size: number;
  #gathered: TimedEvent[] = [];
  #timer: NodeJS.Timeout | null = null;

  private constructor(path: string, descriptor: number, size: number, failed: (reason: string) => void) {
    this.path = path;
    this.#descriptor = descriptor;
    this.#size = size;
    this.#failed = failed;
  }

  /** Begins a new one. `failed` is called once, when nothing more can be written. */
  static create(path: string, header: RecordingHeader, failed: (reason: string) => void): Journal {
    const journal = new Journal(path, openSync(path, "wx", 0o600), 0, failed);
    journal.#write(recordingLine(header));
    return journal;
  }

  /** Goes on with one whose whole lines take `bytes`; what comes after them was cut off, and goes. */
  static resume(path: string, bytes: number, failed: (reason: string) => void): Journal {
    if (statSync(path).size > bytes) truncateSync(path, bytes);
    return new Journal(path, openSync(path, "a", 0o600), bytes, failed);
  }

  append(event: TimedEvent): void {
    if (this.#descriptor === null) return;
    const last = this.#gathered.at(-1);
    if (event.type === "text" && last?.type === "text" && last.edit === event.edit) {
      this.#gathered[this.#gathered.length - 1] = { ...last, text: last.text + event.text };
    } else this.#gathered.push(event);
    if (DURABLE.has(event.type)) {
      this.flush();
      this.#sync();
    } else this.#timer ??= setTimeout(() => this.flush(), GATHER_MS);
  }

  flush(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
    const lines = this.#gathered.map(recordingLine).join("");
    this.#gathered = [];
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
    this.#failed(reason);
  }
}
