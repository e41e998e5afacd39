import { createScriptEngine, type Engine, type Scenario } from "@flint/engine";
import type { ResponseObject, ServerFrame } from "@flint/protocol";
import { assertConforms } from "@flint/protocol/conformance";
import { onTestFinished } from "vitest";
import WebSocket from "ws";
import { type FlintServer, type ServerOptions, startServer } from "../../server.ts";

/** Several events share one frame type, so the frame is looked up by the possible values of its `type`. */
type Having<F, T> = F extends { type: infer U } ? (T extends U ? F : never) : never;
export type FrameOf<T extends ServerFrame["type"]> = Having<ServerFrame, T>;

/** Starts a server on a free port that is closed when the test ends. */
export async function serve(
  scenario: Scenario | Engine,
  options: Omit<ServerOptions, "engine"> = {},
): Promise<FlintServer> {
  const engine = "turns" in scenario ? createScriptEngine({ scenario }) : scenario;
  const server = await startServer({ engine, ...options });
  onTestFinished(async () => {
    await server.close();
    await engine.close();
  });
  return server;
}

const OVER = /^response\.(completed|incomplete|failed)$/;

/** A client that records every frame, checks it against the protocol, and waits for frames rather than for time. */
export class Client {
  readonly frames: ServerFrame[] = [];
  readonly socket: WebSocket;
  /** Frames before this index have been waited for. */
  #seen = 0;
  #waiting: (() => void)[] = [];
  closed: { code: number; reason: string } | null = null;
  #fault: unknown = null;

  constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on("message", (data) => {
      const frame = JSON.parse(String(data));
      this.frames.push(frame);
      try {
        assertConforms(frame);
      } catch (cause) {
        this.#fault = cause;
      }
      this.#wake();
    });
    socket.on("close", (code, reason) => {
      this.closed = { code, reason: String(reason) };
      this.#wake();
    });
  }

  /** `key`: the API key of the connection. */
  static async connect(server: FlintServer, query = "", key?: string): Promise<Client> {
    const headers = key === undefined ? {} : { authorization: `Bearer ${key}` };
    const socket = new WebSocket(`${server.url.replace("http", "ws")}/responses${query}`, { headers });
    const client = new Client(socket);
    onTestFinished(() => socket.terminate());
    await new Promise((resolve, reject) => {
      socket.once("open", resolve);
      socket.once("error", reject);
    });
    return client;
  }

  send(frame: object): void {
    this.socket.send(JSON.stringify(frame));
  }

  create(fields: object = {}): void {
    this.send({ type: "response.create", store: false, input: "go", ...fields });
  }

  /** Returns the next frame of this type, after those already waited for. */
  async next<T extends ServerFrame["type"]>(
    type: T,
    where: (frame: FrameOf<T>) => boolean = () => true,
  ): Promise<FrameOf<T>> {
    const frame = await this.#nextWhere((it) => it.type === type && where(it as FrameOf<T>), type);
    return frame as FrameOf<T>;
  }

  /** Waits for the next error or end of a response. Returns the error's code or the response's text. */
  async outcome(): Promise<string> {
    const frame = await this.#nextWhere((it) => it.type === "error" || OVER.test(it.type), "an end");
    if (frame.type === "error") return frame.error.code ?? "";
    return "response" in frame ? (frame.response.error?.code ?? textOf(frame.response)) : "";
  }

  async #nextWhere(where: (frame: ServerFrame) => boolean, what: string): Promise<ServerFrame> {
    for (;;) {
      if (this.#fault !== null) throw this.#fault;
      while (this.#seen < this.frames.length) {
        const frame = this.frames[this.#seen++];
        if (frame !== undefined && where(frame)) return frame;
      }
      if (this.closed !== null) {
        throw new Error(`closed with ${this.closed.code} before ${what}; came: ${this.types().join(" ")}`);
      }
      await this.#more();
    }
  }

  async completed(): Promise<ResponseObject> {
    return (await this.next("response.completed")).response;
  }

  async untilClosed(): Promise<{ code: number; reason: string }> {
    while (this.closed === null) await this.#more();
    return this.closed;
  }

  /** Resolves when everything that the server has sent so far has arrived. */
  async settle(): Promise<void> {
    const pong = new Promise((resolve) => this.socket.once("pong", resolve));
    this.socket.ping();
    await pong;
  }

  types(): string[] {
    return this.frames.map((frame) => frame.type);
  }

  #more(): Promise<void> {
    return new Promise((resolve) => this.#waiting.push(resolve));
  }

  #wake(): void {
    const waiting = this.#waiting;
    this.#waiting = [];
    for (const resolve of waiting) resolve();
  }
}

export function textOf(response: ResponseObject): string {
  return response.output
    .flatMap((item) => (item.type === "message" ? item.content : []))
    .map((part) => (part.type === "output_text" ? part.text : ""))
    .join("");
}
