import { createServer as createHttp, type IncomingMessage, type Server } from "node:http";
import { createServer as createHttps } from "node:https";
import type { Socket } from "node:net";
import { onTestFinished } from "vitest";
import { type WebSocket, WebSocketServer } from "ws";
import { listenAt } from "../server.fixture.ts";

type Json = Record<string, unknown>;

/** A request for a response, with the context that the server resolved. */
export interface Created {
  readonly frame: Json;
  /** The whole conversation: the previous context, then the request's input. */
  readonly context: readonly unknown[];
  readonly socket: TestSocket;
  readonly over: "websocket" | "http";
}

export interface TestSocket {
  readonly nth: number;
  readonly ws: WebSocket;
  readonly request: IncomingMessage;
  send(event: Json): void;
}

/** Handles a frame, or returns false to leave it to the server's default. */
export type FrameBehaviour = (frame: Json, socket: TestSocket) => boolean;
/** Responds to a handshake with a status, `hang`s, `break`s the connection, or opens the socket. */
export type Handshake = (request: IncomingMessage) => number | "hang" | "break" | "open";

export interface SocketServerOptions {
  readonly tls?: { readonly key: string; readonly cert: string };
  /** Number of words of an answer. */
  readonly words?: number;
  readonly autoPong?: boolean;
}

interface Running {
  readonly id: string;
  isStopped: boolean;
}

/**
 * A server of the Responses API over WebSocket and HTTP. It keeps the conversations of each socket, answers in order,
 * supports interrupts, and writes one word per turn of the event loop.
 */
export class SocketServer {
  readonly created: Created[] = [];
  readonly frames: Json[] = [];
  readonly sockets: TestSocket[] = [];
  handshakes = 0;
  /** Number of answers being written. */
  writing = 0;
  behave: FrameBehaviour | null = null;
  shake: Handshake = () => "open";
  readonly #options: SocketServerOptions;
  readonly #connections = new Set<Socket>();
  #server: Server | null = null;
  #port = 0;
  #ids = 0;

  constructor(options: SocketServerOptions) {
    this.#options = options;
  }

  get url(): string {
    const { tls } = this.#options;
    return tls === undefined ? `http://127.0.0.1:${this.#port}/v1` : `https://localhost:${this.#port}/v1`;
  }

  /** Number of open sockets. */
  get open(): number {
    return this.sockets.filter(({ ws }) => ws.readyState === ws.OPEN).length;
  }

  async start(): Promise<void> {
    const { tls, autoPong = true } = this.#options;
    const take = (request: IncomingMessage, response: import("node:http").ServerResponse) =>
      void this.#answerHttp(request, response);
    const server = tls === undefined ? createHttp(take) : createHttps(tls, take);
    const sockets = new WebSocketServer({ noServer: true, autoPong });
    server.on("connection", (socket) => {
      this.#connections.add(socket);
      socket.on("close", () => this.#connections.delete(socket));
    });
    server.on("upgrade", (request, socket, head) => {
      this.handshakes += 1;
      const answer = this.shake(request);
      if (answer === "break") socket.destroy();
      if (answer === "hang" || answer === "break") return;
      if (answer !== "open") {
        socket.end(`HTTP/1.1 ${answer} No\r\ncontent-length: 0\r\n\r\n`);
        return;
      }
      sockets.handleUpgrade(request, socket, head, (ws) => this.#serve(ws, request));
    });
    this.#server = server;
    this.#port = await listenAt(server, this.#port);
  }

  stop(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    for (const socket of this.#connections) socket.destroy();
    return new Promise((resolve) => (server === null ? resolve() : server.close(() => resolve())));
  }

  #serve(ws: WebSocket, request: IncomingMessage): void {
    const send = (event: Json) => {
      if (ws.readyState === ws.OPEN) ws.send(JSON.stringify(event));
    };
    const socket = { nth: this.sockets.length, ws, request, send };
    const known = new Map<string, readonly unknown[]>();
    let queue = Promise.resolve();
    const now: { answer: Running | null } = { answer: null };
    this.sockets.push(socket);
    ws.on("message", (data) => {
      const frame: Json = JSON.parse(String(data));
      this.frames.push(frame);
      if (this.behave?.(frame, socket)) return;
      if (frame.type === "response.interrupt") {
        if (now.answer !== null && now.answer.id === frame.response_id) now.answer.isStopped = true;
        return;
      }
      queue = queue.then(() => create(frame));
    });
    const create = async (frame: Json) => {
      if (ws.readyState !== ws.OPEN) return;
      const parent = frame.previous_response_id;
      const before = parent === undefined ? [] : known.get(String(parent));
      if (before === undefined) {
        const error = { code: "previous_response_not_found", param: "previous_response_id", message: "gone" };
        send({ type: "error", status: 400, error });
        return;
      }
      const context = [...before, ...(frame.input as unknown[])];
      this.created.push({ frame, context, socket, over: "websocket" });
      const answer = { id: `resp_${++this.#ids}`, isStopped: false };
      now.answer = answer;
      const { id, done } = await this.#write(answer, context, send, () => ws.readyState !== ws.OPEN);
      known.set(id, [...context, ...done]);
    };
  }

  async #answerHttp(request: IncomingMessage, response: import("node:http").ServerResponse): Promise<void> {
    let text = "";
    for await (const piece of request) text += piece;
    if (request.method === "GET") {
      response.end(JSON.stringify({ data: [{ id: "story", owned_by: "flint" }] }));
      return;
    }
    if (request.url !== "/v1/responses") {
      response.writeHead(404).end("{}");
      return;
    }
    const frame = JSON.parse(text);
    this.created.push({ frame, context: frame.input, socket: null as never, over: "http" });
    response.writeHead(200, { "content-type": "text/event-stream" });
    const send = (event: Json) => response.write(`data: ${JSON.stringify(event)}\n\n`);
    const running = { id: `resp_${++this.#ids}`, isStopped: false };
    await this.#write(running, frame.input, send, () => response.destroyed);
    response.end();
  }

  async #write(
    running: Running,
    context: readonly unknown[],
    send: (event: Json) => void,
    isGone: () => boolean,
  ): Promise<{ id: string; done: Json[] }> {
    const { id } = running;
    const done: Json[] = [];
    const begun = { id, object: "response", model: "story", status: "in_progress", output: [] };
    this.writing += 1;
    send({ type: "response.created", response: begun });
    send({ type: "response.in_progress", response: begun });
    const item = { id: `msg_${id}`, type: "message", role: "assistant" };
    send({ type: "response.output_item.added", output_index: 0, item: { ...item, content: [] } });
    let said = "";
    for (const word of wordsOf(context, this.#options.words ?? 12)) {
      await new Promise((go) => setImmediate(go));
      if (isGone() || running.isStopped) break;
      said += word;
      send({ type: "response.output_text.delta", item_id: item.id, output_index: 0, delta: word });
    }
    this.writing -= 1;
    if (running.isStopped) {
      send({ type: "response.output_item.interrupted", item_id: item.id });
      const incomplete_details = { reason: "interrupted" };
      send({
        type: "response.incomplete",
        response: { ...begun, status: "incomplete", incomplete_details, usage: null },
      });
      return { id, done };
    }
    done.push({ ...item, status: "completed", content: [{ type: "output_text", text: said }] });
    send({ type: "response.output_item.done", output_index: 0, item: done[0] });
    const usage = { input_tokens: context.length, output_tokens: 1, total_tokens: context.length + 1 };
    send({ type: "response.completed", response: { ...begun, status: "completed", output: done, usage } });
    return { id, done };
  }
}

/** Returns the words of an answer: deterministic for a conversation, and different for different ones. */
export function wordsOf(context: readonly unknown[], count: number): string[] {
  let sum = 0;
  for (const letter of linesOf(context).join("\n")) sum = (sum * 31 + letter.charCodeAt(0)) % 9973;
  return Array.from({ length: count }, (_, nth) => `${nth === 0 ? "" : " "}word${(sum + nth) % 9973}`);
}

/** Returns one line per item of a conversation: its role and text, or its call. */
export function linesOf(context: readonly unknown[]): string[] {
  return context.map((item) => {
    const { role, content, type, call_id, arguments: written, output } = item as Json;
    if (role === undefined) return `${type} ${call_id} ${written ?? output}`;
    const parts = Array.isArray(content) ? content.map(({ text }: Json) => text) : [content];
    return `${role}: ${parts.join("")}`;
  });
}

/** Starts a server that stops when the test ends. */
export async function useSocketServer(options: SocketServerOptions = {}): Promise<SocketServer> {
  const server = new SocketServer(options);
  await server.start();
  onTestFinished(() => server.stop());
  return server;
}
