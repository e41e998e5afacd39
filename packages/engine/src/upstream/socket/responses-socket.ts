import type { WebSocket } from "ws";
import type { PromptItem } from "../../contract/index.ts";
import { ExchangeFault } from "../transport/index.ts";
import type { KnownResponse } from "./known-response.ts";

/** Who reads what comes over a socket. */
export interface SocketListener {
  message(data: string): void;
  /** A sign of life without words. */
  alive(): void;
  gone(fault: ExchangeFault): void;
}

export interface ResponsesSocketOptions {
  /** Responses that its server keeps for it. */
  readonly remembers: number;
  /** Called once, when it is open no longer. */
  gone(socket: ResponsesSocket): void;
}

/** Where a conversation can be gone on from. */
export interface Onset {
  readonly response: KnownResponse;
  /** What its server does not know yet. */
  readonly items: readonly PromptItem[];
}

/** Milliseconds that a server may take to answer a goodbye. */
const FAREWELL = 1_000;

/** A socket on which one response at a time is asked for, and what its server remembers of those before. */
export class ResponsesSocket {
  /** `performance.now()` */
  readonly openedAt = performance.now();
  readonly #socket: WebSocket;
  readonly #options: ResponsesSocketOptions;
  /** The newest first. */
  #known: KnownResponse[] = [];
  #listener: SocketListener | null = null;
  #fault: ExchangeFault | null = null;

  constructor(socket: WebSocket, options: ResponsesSocketOptions) {
    this.#socket = socket;
    this.#options = options;
    socket.on("message", (data, isBinary) => {
      if (isBinary) this.#end(new ExchangeFault("broken", "it sent a binary message"));
      else this.#hear(String(data));
    });
    socket.on("pong", () => this.#listener?.alive());
    socket.on("error", (error) => this.#end(faultOf(error)));
    socket.on("close", (code) =>
      this.#end(new ExchangeFault("broken", `its answer was cut off (the socket was closed with ${code})`)),
    );
    if (socket.readyState !== socket.OPEN) this.#end(new ExchangeFault("broken", "the socket was closed"));
  }

  get isOpen(): boolean {
    return this.#fault === null;
  }

  /** Nothing is remembered on it. */
  get isBlank(): boolean {
    return this.#known.length === 0;
  }

  listen(listener: SocketListener): void {
    this.#listener = listener;
    if (this.#fault !== null) listener.gone(this.#fault);
  }

  /** Tells it nothing more. */
  leave(listener: SocketListener): void {
    if (this.#listener === listener) this.#listener = null;
  }

  send(message: Readonly<Record<string, unknown>>): void {
    this.#socket.send(JSON.stringify(message));
  }

  /** Asks for a sign of life. */
  ping(): void {
    this.#socket.ping();
  }

  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  /** Takes leave, where nothing runs. */
  close(): void {
    this.#listener = null;
    this.#socket.close(1000);
    const late = setTimeout(() => this.#socket.terminate(), FAREWELL);
    late.unref();
    this.#socket.once("close", () => clearTimeout(late));
    this.#end(new ExchangeFault("aborted", "the socket was closed here"));
  }

  /** Breaks off whatever runs: its server sees that nobody listens. Whoever listens here is told. */
  terminate(): void {
    this.#end(new ExchangeFault("aborted", "the socket was closed here"));
  }

  remember(response: KnownResponse): void {
    this.#known = [response, ...this.#known.slice(0, this.#options.remembers - 1)];
  }

  forget(): void {
    this.#known = [];
  }

  /** The response that is nearest to a conversation's end; null where its server knows nothing of it. */
  onset(model: string, items: readonly PromptItem[]): Onset | null {
    let nearest: Onset | null = null;
    for (const response of this.#known) {
      if (response.model !== model) continue;
      const rest = response.after(items);
      // An answer to nothing new is asked for with all that it is an answer to.
      if (rest === null || rest.length === 0) continue;
      if (nearest === null || rest.length < nearest.items.length) nearest = { response, items: rest };
    }
    return nearest;
  }

  #hear(data: string): void {
    if (this.#listener !== null) this.#listener.message(data);
    else if (isError(data)) this.close();
  }

  #end(fault: ExchangeFault): void {
    if (this.#fault !== null) return;
    this.#fault = fault;
    const listener = this.#listener;
    this.#listener = null;
    // One that says goodbye is given the time to do so.
    if (this.#socket.readyState !== this.#socket.CLOSING) this.#socket.terminate();
    this.#options.gone(this);
    listener?.gone(fault);
  }
}

function faultOf(error: Error & { readonly code?: unknown }): ExchangeFault {
  const code = typeof error.code === "string" ? error.code : error.message;
  if (code === "WS_ERR_UNSUPPORTED_MESSAGE_LENGTH")
    return new ExchangeFault("too_large", "it sent a message longer than limits.messageLength", error);
  return new ExchangeFault("broken", `its answer was cut off (${code})`, error);
}

/** What is said of no response ends the socket where it is an error, and is late where it is none. */
function isError(data: string): boolean {
  try {
    return JSON.parse(data)?.type === "error";
  } catch {
    return true;
  }
}
