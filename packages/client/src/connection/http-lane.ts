import { decodeServerFrame, type ErrorFrame, type ServerFrame, SseDecoder } from "@flint/protocol";
import { FlintError } from "../error/index.ts";
import type { ConnectionLimits } from "./connection-limits.ts";
import { endsResponse, type Lane, type LaneUser } from "./lane.ts";
import { Silence } from "./silence.ts";

export interface HttpServer {
  /** `http(s)://…/v1` */
  readonly url: string;
  readonly apiKey: string | undefined;
}

/** Headers of a request to the server. */
export function requestHeaders(apiKey: string | undefined): Record<string, string> {
  return apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` };
}

/** A request by `POST /v1/responses`, its events read from the SSE body: for servers that refuse WebSockets. */
export class HttpLane implements Lane {
  readonly #server: HttpServer;
  readonly #user: LaneUser;
  readonly #limits: Required<ConnectionLimits>;
  readonly #freed: () => void;
  readonly #abort = new AbortController();
  readonly #silence: Silence;
  #open = true;

  constructor(server: HttpServer, user: LaneUser, limits: Required<ConnectionLimits>, freed: () => void) {
    this.#server = server;
    this.#user = user;
    this.#limits = limits;
    this.#freed = freed;
    this.#silence = new Silence(limits.idleTimeout, (error) => this.#lose(error));
  }

  start(): void {
    const body = JSON.stringify({ ...this.#user.request(null), stream: true });
    this.#silence.expectFirst(this.#limits.firstEventTimeout);
    this.#exchange(body).catch((cause) => {
      const message = `the connection to ${this.#server.url} failed (${reasonOf(cause)}): check that the server runs`;
      this.#lose(new FlintError("connection_lost", message, { cause }));
    });
  }

  send(): "unsupported" | "not_open" {
    return this.#open ? "unsupported" : "not_open";
  }

  release(): void {
    if (!this.#open) return;
    this.#open = false;
    this.#silence.stop();
    this.#abort.abort();
    this.#freed();
  }

  async #exchange(body: string): Promise<void> {
    const answer = await fetch(`${this.#server.url}/responses`, {
      method: "POST",
      headers: {
        "content-type": "application/json",
        accept: "text/event-stream",
        ...requestHeaders(this.#server.apiKey),
      },
      body,
      signal: this.#abort.signal,
    });
    if (!answer.ok || answer.body === null) {
      this.#receive(await refusalOf(answer));
      return;
    }
    const decoder = new SseDecoder({ maxMessageLength: this.#limits.frameBytes });
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    for (let piece = await reader.read(); !piece.done && this.#open; piece = await reader.read()) {
      for (const message of decoder.push(piece.value)) {
        const frame = decodeServerFrame(message.data);
        if (frame !== null) this.#receive(nested(frame));
      }
    }
    this.#lose(new FlintError("connection_lost", "the server ended the stream before the answer: try again"));
  }

  #receive(frame: ServerFrame): void {
    if (!this.#open) return;
    this.#silence.heard();
    this.#user.receive(frame);
    // No successor can come on this stream.
    if (endsResponse(frame)) this.release();
  }

  #lose(error: FlintError): void {
    if (!this.#open) return;
    this.release();
    this.#user.lost(error);
  }
}

/** The error of a refused request, in the shape that a WebSocket gives it. */
export async function refusalOf(answer: Response): Promise<ErrorFrame> {
  const text = await answer.text();
  let error: Partial<ErrorFrame["error"]> = {};
  try {
    error = (JSON.parse(text) as { error?: ErrorFrame["error"] }).error ?? {};
  } catch {
    // A proxy's page, not the API's error: the status has to say it.
  }
  return {
    type: "error",
    status: answer.status,
    error: {
      type: error.type ?? (answer.status >= 500 ? "server_error" : "invalid_request_error"),
      code: error.code ?? null,
      message: error.message ?? `the server answered ${answer.status} ${answer.statusText}`,
      param: error.param ?? null,
    },
  };
}

/** SSE bodies carry errors flat: `{type:"error", code, message, param}`. */
function nested(frame: ServerFrame): ServerFrame {
  if (frame.type !== "error" || frame.error !== undefined) return frame;
  const flat = frame as unknown as { code?: string | null; message?: string; param?: string | null };
  return {
    type: "error",
    status: 500,
    error: {
      type: "server_error",
      code: flat.code ?? null,
      message: flat.message ?? "the server reported an error without a message",
      param: flat.param ?? null,
    },
  };
}

function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const inner = cause.cause;
  return inner instanceof Error && inner.message !== "" ? inner.message : cause.message;
}
