import type { WebSocket } from "ws";
import type { PromptItem } from "../../contract/index.ts";
import { ExchangeFault } from "../transport/index.ts";
import type { KnownConversation, KnownResponse } from "./known-response.ts";

/** Receives a socket's messages. */
export interface SocketListener {
  message(data: string): void;
  /** Called for a pong. */
  alive(): void;
  gone(fault: ExchangeFault): void;
}

export interface ResponsesSocketOptions {
  /** Number of responses that the server keeps per socket. */
  readonly remembers: number;
  /** Called once, when the socket has closed. */
  onClosed(socket: ResponsesSocket): void;
}

/** A response to continue a conversation from. */
export interface ResumePoint {
  readonly response: KnownResponse;
  /** The items that the server does not have yet. */
  readonly items: readonly PromptItem[];
}

/** Timeout for the closing handshake in milliseconds. */
const CLOSE_TIMEOUT = 1_000;

/** A socket for one response at a time, and the earlier responses that its server remembers. */
export class ResponsesSocket {
  /** `performance.now()` */
  readonly openedAt = performance.now();
  readonly #socket: WebSocket;
  readonly #options: ResponsesSocketOptions;
  /** Newest first. */
  #known: KnownResponse[] = [];
  #listener: SocketListener | null = null;
  #fault: ExchangeFault | null = null;

  constructor(socket: WebSocket, options: ResponsesSocketOptions) {
    this.#socket = socket;
    this.#options = options;
    socket.on("message", (data, isBinary) => {
      if (isBinary) this.#end(new ExchangeFault("broken", "it sent a binary message"));
      else this.#receive(String(data));
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

  /** Whether the server remembers no response of this socket. */
  get isBlank(): boolean {
    return this.#known.length === 0;
  }

  listen(listener: SocketListener): void {
    this.#listener = listener;
    if (this.#fault !== null) listener.gone(this.#fault);
  }

  /** Stops passing messages to this listener. */
  stopListening(listener: SocketListener): void {
    if (this.#listener === listener) this.#listener = null;
  }

  send(message: Readonly<Record<string, unknown>>): void {
    this.#socket.send(JSON.stringify(message));
  }

  /** Sends a ping. */
  ping(): void {
    this.#socket.ping();
  }

  pause(): void {
    this.#socket.pause();
  }

  resume(): void {
    this.#socket.resume();
  }

  /** Closes the socket gracefully. No response may be running. */
  close(): void {
    this.#listener = null;
    this.#socket.close(1000);
    const late = setTimeout(() => this.#socket.terminate(), CLOSE_TIMEOUT);
    late.unref();
    this.#socket.once("close", () => clearTimeout(late));
    this.#end(new ExchangeFault("aborted", "the socket was closed here"));
  }

  /** Closes the socket abruptly, which stops a running response on the server. The listener is notified. */
  terminate(): void {
    this.#end(new ExchangeFault("aborted", "the socket was closed here"));
  }

  remember(response: KnownResponse): void {
    this.#known = [response, ...this.#known.slice(0, this.#options.remembers - 1)];
  }

  forget(): void {
    this.#known = [];
  }

  /** Returns the remembered response nearest to the conversation's end; null if there is none. */
  resumePointFor(conversation: KnownConversation): ResumePoint | null {
    let nearest: ResumePoint | null = null;
    for (const response of this.#known) {
      const rest = response.after(conversation);
      // A request without new items must send the whole conversation.
      if (rest === null || rest.length === 0) continue;
      if (nearest === null || rest.length < nearest.items.length) nearest = { response, items: rest };
    }
    return nearest;
  }

  #receive(data: string): void {
    if (this.#listener !== null) this.#listener.message(data);
    else if (isError(data)) this.close();
  }

  #end(fault: ExchangeFault): void {
    if (this.#fault !== null) return;
    this.#fault = fault;
    const listener = this.#listener;
    this.#listener = null;
    // If the server is closing the socket, let it finish.
    if (this.#socket.readyState !== this.#socket.CLOSING) this.#socket.terminate();
    this.#options.onClosed(this);
    listener?.gone(fault);
  }
}

function faultOf(error: Error & { readonly code?: unknown }): ExchangeFault {
  const code = typeof error.code === "string" ? error.code : error.message;
  if (code === "WS_ERR_UNSUPPORTED_MESSAGE_LENGTH")
    return new ExchangeFault("too_large", "it sent a message longer than limits.messageLength", error);
  return new ExchangeFault("broken", `its answer was cut off (${code})`, error);
}

/** Whether a message without a response is an error, which ends the socket; other such messages are late. */
function isError(data: string): boolean {
  try {
    return JSON.parse(data)?.type === "error";
  } catch {
    return true;
  }
}
