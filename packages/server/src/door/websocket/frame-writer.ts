import type { Duplex } from "node:stream";
import type { WriteTick } from "./write-tick.ts";

/** A whole message of text, by RFC 6455 §5.2. */
const FINAL_TEXT = 0x81;
const SMALL = 126;
const MEDIUM = 0x10000;

/**
 * Has the frames of one socket leave in as few writes as can be: a system call for each frame, and buffers for its head
 * and its text, are most of what a token costs. What is sent in one turn of the event loop leaves at its end.
 * Deltas that follow others within the tick's wait leave with the tick; the first one of a response does not wait, and
 * whatever is no delta takes along what has waited.
 *
 * It writes past the WebSocket, whose own frames (pings, closes) may come between but never within these: without
 * compression it writes each of its own at once and whole. {@link FrameWriter.flush} comes before its `close`.
 */
export class FrameWriter {
  readonly #transport: Duplex;
  readonly #tick: WriteTick;
  readonly #isOpen: () => boolean;
  #texts: string[] = [];
  #pending = 0;
  #sent: (() => void)[] = [];
  #due: "no" | "with the tick" | "this turn" = "no";
  #hasDelta = false;
  /** When deltas left last, in milliseconds. */
  #left = Number.NEGATIVE_INFINITY;

  /** `isOpen`: whether data may be sent; nothing comes after a close. */
  constructor(transport: Duplex, tick: WriteTick, isOpen: () => boolean) {
    this.#transport = transport;
    this.#tick = tick;
    this.#isOpen = isOpen;
  }

  /** Bytes that the peer has not taken yet; of those still held back, their characters. */
  get unsent(): number {
    return this.#transport.writableLength + this.#pending;
  }

  /** `sent` is called once the frame has left, or cannot. */
  write(text: string, sent?: () => void): void {
    this.#hold(text);
    if (sent !== undefined) this.#sent.push(sent);
    this.#leaveThisTurn();
  }

  writeDelta(text: string): void {
    this.#hold(text);
    this.#hasDelta = true;
    if (this.#due !== "no") return;
    if (performance.now() - this.#left >= this.#tick.wait) {
      this.#leaveThisTurn();
      return;
    }
    this.#due = "with the tick";
    this.#tick.hold(this);
  }

  flush(): void {
    this.#due = "no";
    if (this.#texts.length === 0) return;
    if (!this.#isOpen()) {
      this.abandon();
      return;
    }
    const texts = this.#texts;
    this.#texts = [];
    this.#pending = 0;
    if (this.#hasDelta) this.#left = performance.now();
    this.#hasDelta = false;
    const sent = this.#sent;
    const told = sent.length === 0 ? undefined : () => tellAll(sent);
    if (told !== undefined) this.#sent = [];
    const ascii = asciiFramesOf(texts);
    // Sockets take such a string as it is, without a buffer for it.
    if (ascii !== null) this.#transport.write(ascii, "latin1", told);
    else this.#transport.write(framesOf(texts), told);
  }

  /** Lets go of what has not left. */
  abandon(): void {
    this.#texts = [];
    this.#pending = 0;
    const sent = this.#sent;
    this.#sent = [];
    tellAll(sent);
  }

  #hold(text: string): void {
    this.#texts.push(text);
    this.#pending += text.length;
  }

  #leaveThisTurn(): void {
    if (this.#due === "this turn") return;
    this.#due = "this turn";
    // After the code that runs, and the promises that it settles.
    process.nextTick(() => this.flush());
  }
}

function tellAll(sent: readonly (() => void)[]): void {
  for (const tell of sent) tell();
}

/** Text frames, unmasked as a server's are, one after another, a character for each byte; null where it takes more. */
function asciiFramesOf(texts: readonly string[]): string | null {
  let frames = "";
  for (const text of texts) {
    const size = text.length;
    if (size >= MEDIUM || Buffer.byteLength(text) !== size) return null;
    frames +=
      size < SMALL
        ? String.fromCharCode(FINAL_TEXT, size) + text
        : String.fromCharCode(FINAL_TEXT, 126, size >> 8, size & 0xff) + text;
  }
  return frames;
}

/** The same for any text. */
function framesOf(texts: readonly string[]): Buffer {
  const sizes = texts.map((text) => Buffer.byteLength(text));
  let total = 0;
  for (const size of sizes) total += headOf(size) + size;
  const frames = Buffer.allocUnsafe(total);
  let at = 0;
  for (const [index, text] of texts.entries()) {
    at = writeHead(frames, at, sizes[index] as number);
    at += frames.write(text, at);
  }
  return frames;
}

function headOf(size: number): number {
  if (size < SMALL) return 2;
  return size < MEDIUM ? 4 : 10;
}

function writeHead(frames: Buffer, at: number, size: number): number {
  frames[at] = FINAL_TEXT;
  if (size < SMALL) {
    frames[at + 1] = size;
    return at + 2;
  }
  if (size < MEDIUM) {
    frames[at + 1] = 126;
    return frames.writeUInt16BE(size, at + 2);
  }
  frames[at + 1] = 127;
  return frames.writeBigUInt64BE(BigInt(size), at + 2);
}
