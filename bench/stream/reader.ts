import { randomBytes } from "node:crypto";
import { connect, type Socket } from "node:net";

/** The measurements of one stream. */
export interface Reading {
  readonly tokens: number;
  /**
   * Milliseconds from the engine's output to its arrival here, for the oldest token of each piece read from the
   * socket.
   */
  readonly delays: readonly number[];
  /** Seconds between the first piece and the last. */
  readonly seconds: number;
}

const DELTA = Buffer.from('"delta":"');
const OVER = Buffer.from('{"type":"response.incomplete"');
const SPACE = 0x20;
const OPCODE_TEXT = 0x81;

/**
 * A minimal WebSocket client that only searches bytes, without parsing JSON: full clients for all streams would use
 * up the two cores.
 */
export class Reader {
  readonly #socket: Socket;

  private constructor(socket: Socket) {
    this.#socket = socket;
  }

  static open(port: number): Promise<Reader> {
    const socket = connect({ port, host: "127.0.0.1", noDelay: true });
    const key = randomBytes(16).toString("base64");
    socket.write(
      `GET /v1/responses HTTP/1.1\r\nHost: 127.0.0.1:${port}\r\nConnection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${key}\r\n\r\n`,
    );
    return new Promise((resolve, reject) => {
      socket.once("error", reject);
      socket.once("data", (data) => {
        if (String(data).startsWith("HTTP/1.1 101")) resolve(new Reader(socket));
        else reject(new Error(`the server did not upgrade: ${String(data).split("\r\n")[0]}`));
      });
    });
  }

  read(model: string, tokens: number): Promise<Reading> {
    const delays: number[] = [];
    let first = 0;
    let last = 0;
    let tail: Buffer = Buffer.alloc(0);
    const request = { type: "response.create", model, input: "go", max_output_tokens: tokens, store: false };
    return new Promise((resolve, reject) => {
      this.#socket.on("data", (data) => {
        const at = data.indexOf(DELTA);
        const time = now();
        if (at !== -1 && data[at + DELTA.length] !== 0x22) {
          const start = at + DELTA.length;
          const end = data.indexOf(SPACE, start);
          const said = Number(data.toString("latin1", start, end));
          if (end !== -1 && Number.isFinite(said)) delays.push((time - said) / 1000);
          if (first === 0) first = time;
          last = time;
        }
        // The end marker may be split between two pieces.
        const joint = Buffer.concat([tail, data.subarray(0, OVER.length)]);
        tail = data.subarray(-OVER.length);
        if (data.indexOf(OVER) === -1 && joint.indexOf(OVER) === -1) return;
        this.#socket.removeAllListeners("data");
        resolve({ tokens, delays, seconds: (last - first) / 1e6 });
      });
      this.#socket.once("close", () => reject(new Error("the server closed the socket")));
      this.#socket.write(frameOf(JSON.stringify(request)));
    });
  }

  close(): void {
    this.#socket.removeAllListeners("close");
    this.#socket.destroy();
  }
}

/** Returns a masked text frame; a mask of zeros leaves the text unchanged. */
function frameOf(text: string): Buffer {
  const payload = Buffer.from(text);
  const head = Buffer.alloc(8);
  head[0] = OPCODE_TEXT;
  head[1] = 0x80 | 126;
  head.writeUInt16BE(payload.length, 2);
  return Buffer.concat([head, payload]);
}

function now(): number {
  return Number(process.hrtime.bigint() / 1000n);
}
