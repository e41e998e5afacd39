import type { Duplex } from "node:stream";
import type { Tick } from "@flint/engine";
import { Allowance, WriteSchedule } from "../writing/index.ts";

/** First byte of an unfragmented text frame, by RFC 6455 §5.2. */
const FINAL_TEXT = 0x81;
const SMALL = 126;
const MEDIUM = 0x10000;

/**
 * Batches the frames of one socket into few writes, by {@link WriteSchedule}, without separate buffers for head and text.
 *
 * It bypasses the WebSocket, whose own frames (pings, closes) may come between its frames but never within: without
 * compression, each is written at once and whole. Call {@link FrameWriter.flush} before closing the socket.
 */
export class FrameWriter {
  readonly #transport: Duplex;
  readonly #isOpen: () => boolean;
  readonly #departure: WriteSchedule;
  readonly #allowance = new Allowance();
  #texts: string[] = [];
  #pending = 0;
  #sent: (() => void)[] = [];

  /** `isOpen` returns whether data may be sent; nothing may follow a close. */
  constructor(transport: Duplex, tick: Tick, isOpen: () => boolean) {
    this.#transport = transport;
    this.#isOpen = isOpen;
    this.#departure = new WriteSchedule(tick, () => this.#send());
  }

  /** Bytes not yet sent; for frames still held back, their length in characters. */
  get unsent(): number {
    return this.#transport.writableLength + this.#pending;
  }

  /** Whether the client reads too slowly, given that it may leave `limit` bytes unread. */
  isTooSlow(limit: number): boolean {
    return this.#allowance.isExceeded(this.unsent, limit);
  }

  /** `sent` is called once the frame was sent or can no longer be. */
  write(text: string, sent?: () => void): void {
    this.#hold(text);
    if (sent !== undefined) this.#sent.push(sent);
    this.#departure.schedule();
  }

  writeDelta(text: string): void {
    this.#hold(text);
    this.#departure.scheduleDelta();
  }

  flush(): void {
    this.#departure.now();
  }

  /** Drops what was not sent. */
  abandon(): void {
    this.#texts = [];
    this.#pending = 0;
    const sent = this.#sent;
    this.#sent = [];
    callAll(sent);
  }

  #hold(text: string): void {
    this.#texts.push(text);
    this.#allowance.note(text);
    this.#pending += text.length;
  }

  #send(): void {
    if (this.#texts.length === 0) return;
    if (!this.#isOpen()) {
      this.abandon();
      return;
    }
    const texts = this.#texts;
    this.#texts = [];
    this.#pending = 0;
    const sent = this.#sent;
    const onSent = sent.length === 0 ? undefined : () => callAll(sent);
    if (onSent !== undefined) this.#sent = [];
    const ascii = asciiFramesOf(texts);
    // A socket writes a latin1 string without creating a buffer.
    if (ascii !== null) this.#transport.write(ascii, "latin1", onSent);
    else this.#transport.write(framesOf(texts), onSent);
  }
}

function callAll(sent: readonly (() => void)[]): void {
  for (const tell of sent) tell();
}

/** Encodes texts as consecutive unmasked text frames, one character per byte; null if one is not ASCII or too long. */
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

/** Encodes any texts as consecutive text frames. */
function framesOf(texts: readonly string[]): Buffer {
  const sizes = texts.map((text) => Buffer.byteLength(text));
  let total = 0;
  for (const size of sizes) total += headSize(size) + size;
  const frames = Buffer.allocUnsafe(total);
  let at = 0;
  for (const [index, text] of texts.entries()) {
    at = writeHead(frames, at, sizes[index] as number);
    at += frames.write(text, at);
  }
  return frames;
}

function headSize(size: number): number {
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
