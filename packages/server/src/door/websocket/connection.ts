import { isUtf8 } from "node:buffer";
import type { Duplex } from "node:stream";
import {
  type ApiError,
  apiError,
  encodeFrame,
  errorFrame,
  parseClientFrame,
  type ServerFrame,
} from "@flint/protocol";
import type { WebSocket } from "ws";
import type { LaneLoad } from "../../lane/index.ts";
import { RequestBytes } from "../../request-bytes.ts";
import type { OwnShared } from "../shared.ts";
import { Conversations } from "./conversations.ts";
import { FrameWriter } from "./frame-writer.ts";
import { Heartbeat, trafficOf } from "./heartbeat.ts";

const GOING_AWAY = 1001;
const POLICY_VIOLATION = 1008;
const SERVICE_RESTART = 1012;
const TRY_AGAIN_LATER = 1013;

/** One WebSocket connection: receives and sends its frames, and closes it, for example at its age limit. */
export class Connection {
  readonly #shared: OwnShared;
  readonly #socket: WebSocket;
  readonly #writer: FrameWriter;
  readonly #conversations: Conversations;
  readonly #age: NodeJS.Timeout;
  readonly #heartbeat: Heartbeat;
  #isRetired = false;

  /** `transport` is the stream that `socket` writes to, without compression. */
  constructor(shared: OwnShared, socket: WebSocket, transport: Duplex) {
    this.#shared = shared;
    this.#socket = socket;
    this.#writer = new FrameWriter(transport, shared.writeTick, () => socket.readyState === socket.OPEN);
    this.#conversations = new Conversations({
      shared,
      requestBytes: new RequestBytes({
        limit: () => shared.limits.requestBytes,
        where: "on this connection",
        within: shared.account.requestBytes,
      }),
      send: (frame) => this.#send(frame),
      sendText: (text, sent) => this.#sendText(text, sent),
      sendDelta: (text) => this.#sendDelta(text),
      onIdle: () => this.closeIfDone(),
    });
    this.#age = setTimeout(() => this.#retire(), shared.limits.connectionAge);
    this.#heartbeat = new Heartbeat(socket, shared.limits.pingInterval, () => trafficOf(transport));
    // Each message is one complete Buffer: `binaryType` is `nodebuffer`.
    socket.on("message", (data: Buffer, isBinary) => this.#receive(data, isBinary));
    socket.on("close", () => this.#end());
    // The socket closes itself with the right code: 1009 for a frame over the limit, 1002 for a malformed one.
    socket.on("error", (error) => shared.logger.debug({ err: error }, "a socket failed"));
  }

  get load(): LaneLoad {
    return this.#conversations.load;
  }

  /** Closes the connection if it has reached its age limit or the server is closing, and nothing runs on it. */
  closeIfDone(): void {
    if (!this.#conversations.idle) return;
    if (this.#shared.closing.aborted) {
      this.#close(SERVICE_RESTART, "the server is shutting down");
    } else if (this.#isRetired) {
      this.#send(errorFrame(this.#ageLimitError()));
      this.#close(GOING_AWAY, "the connection has reached its age limit");
    }
  }

  /** Cancels every running response; the client receives their final events. */
  cancelAll(): void {
    this.#conversations.cancelAll();
  }

  /** Cancels every response at once and closes the socket with code 1012 (service restart). */
  abandon(): void {
    this.#close(SERVICE_RESTART, "the server is shutting down");
    this.#end();
  }

  /** Cancels every response and closes the socket: its key is no longer valid. */
  dismiss(why: ApiError): void {
    if (this.#socket.readyState === this.#socket.OPEN) this.#send(errorFrame(why));
    this.#close(POLICY_VIOLATION, why.code);
    this.#end();
  }

  #receive(data: Buffer, isBinary: boolean): void {
    // A frame that arrives while the socket closes would get no reply.
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    const why = this.#shared.account.whyInvalid();
    if (why !== null) {
      this.dismiss(why);
      return;
    }
    if (isBinary) {
      const message = "a binary frame arrived: send each request as a text frame with one JSON object";
      this.#send(errorFrame(apiError("binary_frame", message)));
      return;
    }
    if (!isUtf8(data)) {
      const message = "a frame arrived that is not UTF-8: encode each request as UTF-8";
      this.#send(errorFrame(apiError("invalid_json", message)));
      return;
    }
    const text = data.toString("utf8");
    const parsed = parseClientFrame(text);
    if (!parsed.ok) {
      this.#conversations.refuse(parsed, previousIdIn(text));
      return;
    }
    const { frame } = parsed;
    if (frame.type === "response.steer") this.#conversations.steer(frame, data.length);
    else if (frame.type === "response.interrupt") this.#conversations.interrupt(frame);
    else if (this.#isRetired) this.#send(errorFrame(this.#ageLimitError(), frame.stream_id));
    else if (frame.type === "response.resume") this.#conversations.resume(frame);
    else this.#conversations.create(frame, data.length);
  }

  #send(frame: ServerFrame): void {
    if (frame.type === "error") {
      const { metrics, account } = this.#shared;
      metrics?.countRefused(frame.error.code ?? "server_error", account.keyId);
    }
    this.#sendText(encodeFrame(frame));
  }

  #sendText(text: string, sent?: () => void): void {
    if (this.#socket.readyState !== this.#socket.OPEN) {
      sent?.();
      return;
    }
    this.#writer.write(text, sent);
    this.#closeIfTooSlow();
  }

  #sendDelta(text: string): void {
    if (this.#socket.readyState !== this.#socket.OPEN) return;
    this.#writer.writeDelta(text);
    this.#closeIfTooSlow();
  }

  #closeIfTooSlow(): void {
    if (!this.#writer.isTooSlow(this.#shared.limits.unreadBytes)) return;
    this.#shared.logger.warn({ unread: this.#writer.unsent }, "a socket reads too slowly and is closed");
    this.#close(TRY_AGAIN_LATER, "events were read too slowly");
    this.#end();
  }

  #close(code: number, reason: string): void {
    this.#writer.flush();
    this.#socket.close(code, reason);
  }

  #retire(): void {
    this.#isRetired = true;
    this.closeIfDone();
  }

  #ageLimitError(): ApiError {
    const minutes = Math.round(this.#shared.limits.connectionAge / 60_000);
    return apiError(
      "websocket_connection_limit_reached",
      `this connection has reached its age limit (${minutes} minutes). Create a new websocket connection to continue.`,
    );
  }

  #end(): void {
    clearTimeout(this.#age);
    this.#heartbeat.stop();
    this.#writer.abandon();
    this.#conversations.end();
  }
}

/** Returns the id of the response that a refused create would have continued. */
function previousIdIn(text: string): string | null {
  try {
    const frame = JSON.parse(text);
    if (frame?.type !== "response.create") return null;
    const id = frame.previous_response_id;
    return typeof id === "string" ? id : null;
  } catch {
    return null;
  }
}
