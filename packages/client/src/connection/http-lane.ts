import type { ErrorFrame, ServerFrame } from "@flint/protocol";
import { decodeServerFrame, SseDecoder } from "@flint/protocol/wire";
import { FlintError } from "../error/index.ts";
import { backoffDelay } from "./backoff.ts";
import type { ConnectionLimits } from "./connection-limits.ts";
import { EventTimeout } from "./event-timeout.ts";
import { endsResponse, type Lane, type LaneOrder } from "./lane.ts";
import { type Resume, wasReceived } from "./resume.ts";
import { normalizeErrorFrame, reasonOf, unreadableError } from "./unreadable.ts";

export interface HttpServer {
  /** `http(s)://…/v1` */
  readonly url: string;
  readonly apiKey: string | undefined;
}

/** Receives a lane's notifications. */
export interface HttpLaneHost {
  /** The lane is finished. */
  laneFinished(lane: HttpLane): void;
  /** The server is being asked to stop a response. `asked` resolves when the request has arrived or failed. */
  stopRequested(asked: Promise<void>): void;
}

/** Returns the headers of a request to the server. */
export function requestHeaders(apiKey: string | undefined): Record<string, string> {
  return apiKey === undefined ? {} : { authorization: `Bearer ${apiKey}` };
}

/** Sends a request with `POST /v1/responses` and reads its events from the SSE body, for servers without WebSockets. */
export class HttpLane implements Lane {
  readonly #server: HttpServer;
  readonly #order: LaneOrder;
  readonly #limits: Required<ConnectionLimits>;
  readonly #host: HttpLaneHost;
  readonly #abort = new AbortController();
  readonly #eventTimeout: EventTimeout;
  #open = true;
  /** The id of the response; before that is known, of the request. */
  #responseId: string | null;
  /** Whether the response continues if this request ends: it then has to be stopped explicitly. */
  #survivesDisconnect: boolean;
  #waiting: ReturnType<typeof setTimeout> | undefined;

  constructor(server: HttpServer, order: LaneOrder, limits: Required<ConnectionLimits>, host: HttpLaneHost) {
    this.#server = server;
    this.#order = order;
    this.#limits = limits;
    this.#host = host;
    this.#responseId = order.resume?.responseId ?? null;
    this.#survivesDisconnect = order.resume !== null;
    this.#eventTimeout = new EventTimeout(limits.idleTimeout, (error) => this.lose(error));
  }

  start(): void {
    const { resume, user, repeats } = this.#order;
    if (resume !== null) {
      this.#beginAfterBackoff(resume.attempt, () => this.#resume(resume));
      return;
    }
    const request = user.request(null);
    this.#survivesDisconnect = (request.flint?.grace ?? 0) > 0;
    this.#responseId = request.flint?.request_id ?? null;
    this.#beginAfterBackoff(repeats, () => this.#post(JSON.stringify({ ...request, stream: true })));
  }

  send(): "unsupported" | "not_open" {
    return this.#open ? "unsupported" : "not_open";
  }

  release(): void {
    if (!this.#open) return;
    if (this.#survivesDisconnect && this.#responseId !== null) this.#cancel(this.#responseId);
    this.#end();
  }

  /** Stops the response and reports `error` to the turn. */
  close(error: FlintError): void {
    if (!this.#open) return;
    this.release();
    this.#order.user.lost(error);
  }

  /** The request failed. */
  lose(error: FlintError): void {
    if (!this.#open) return;
    this.#end();
    this.#order.user.lost(error);
  }

  /**
   * Starts an exchange, after a delay if earlier attempts failed: over HTTP, no reconnecting slows down the retries.
   */
  #beginAfterBackoff(attempts: number, exchange: () => Promise<void>): void {
    if (attempts === 0) this.#begin(exchange);
    else {
      const delay = backoffDelay(attempts, this.#limits.backoff);
      this.#waiting = setTimeout(() => this.#begin(exchange), delay);
    }
  }

  #begin(exchange: () => Promise<void>): void {
    this.#eventTimeout.expectFirst(this.#limits.firstEventTimeout);
    exchange().catch((cause: unknown) => {
      const error = cause instanceof FlintError ? cause : unreadableError(cause, this.#limits.frameBytes);
      if (error.code === "connection_lost") this.lose(error);
      else this.close(error);
    });
  }

  /** Awaits a network operation. Rejects with {@link FlintError} `connection_lost`; other failures do not mean that. */
  async #awaitNetwork<T>(operation: Promise<T>): Promise<T> {
    try {
      return await operation;
    } catch (cause) {
      const message = `the connection to ${this.#server.url} failed (${reasonOf(cause)}): check that the server runs`;
      throw new FlintError("connection_lost", message, { cause });
    }
  }

  async #post(body: string): Promise<void> {
    const headers = { "content-type": "application/json", ...this.#headers() };
    const { signal } = this.#abort;
    const url = `${this.#server.url}/responses`;
    await this.#read(await this.#awaitNetwork(fetch(url, { method: "POST", headers, body, signal })));
  }

  async #resume({ responseId, lastSeen }: Resume): Promise<void> {
    const query = `stream=true&starting_after=${lastSeen}`;
    const { signal } = this.#abort;
    const url = `${this.#urlOf(responseId)}?${query}`;
    const answer = await this.#awaitNetwork(fetch(url, { headers: this.#headers(), signal }));
    if (answer.ok && this.#open) this.#order.user.resumed?.(null);
    await this.#read(answer);
  }

  async #read(answer: Response): Promise<void> {
    if (!answer.ok || answer.body === null) {
      this.#receive(await this.#awaitNetwork(errorFrameOf(answer)));
      return;
    }
    const decoder = new SseDecoder({ maxMessageLength: this.#limits.frameBytes });
    const reader = answer.body.pipeThrough(new TextDecoderStream()).getReader();
    const next = (): ReturnType<typeof reader.read> => this.#awaitNetwork(reader.read());
    for (let piece = await next(); !piece.done && this.#open; piece = await next()) {
      for (const message of decoder.push(piece.value)) {
        const frame = decodeServerFrame(message.data);
        if (frame !== null) this.#receive(normalizeErrorFrame(frame));
      }
    }
    this.lose(new FlintError("connection_lost", "the server ended the stream before the answer: try again"));
  }

  #receive(frame: ServerFrame): void {
    const { resume, user } = this.#order;
    if (!this.#open || (resume !== null && wasReceived(frame, resume))) return;
    this.#eventTimeout.noteEvent();
    if (frame.type === "response.created") this.#responseId = frame.response.id;
    const isOver = endsResponse(frame);
    if (isOver) this.#survivesDisconnect = false;
    user.receive(frame);
    // No further response can follow on this stream.
    if (isOver) this.release();
  }

  #cancel(responseId: string): void {
    const cancelling = fetch(`${this.#urlOf(responseId)}/cancel`, {
      method: "POST",
      headers: this.#headers(),
      signal: AbortSignal.timeout(this.#limits.acknowledgementTimeout),
    });
    const done = (): void => {
      // If the request did not arrive, the response ends after its grace period.
    };
    this.#host.stopRequested(cancelling.then(done, done));
  }

  #end(): void {
    this.#open = false;
    clearTimeout(this.#waiting);
    this.#eventTimeout.stop();
    this.#abort.abort();
    this.#host.laneFinished(this);
  }

  #urlOf(responseId: string): string {
    return `${this.#server.url}/responses/${encodeURIComponent(responseId)}`;
  }

  #headers(): Record<string, string> {
    return { accept: "text/event-stream", ...requestHeaders(this.#server.apiKey) };
  }
}

/** Returns the error of a refused request, in the form that a WebSocket sends. */
export async function errorFrameOf(answer: Response): Promise<ErrorFrame> {
  const text = await answer.text();
  let error: Partial<ErrorFrame["error"]> = {};
  try {
    error = (JSON.parse(text) as { error?: ErrorFrame["error"] }).error ?? {};
  } catch {
    // The body is not an API error, for example a proxy's page: use the status.
  }
  return {
    type: "error",
    status: answer.status,
    error: {
      type: error.type ?? (answer.status >= 500 ? "server_error" : "invalid_request_error"),
      code: error.code ?? null,
      message: error.message ?? `the server answered ${answer.status} ${answer.statusText}`,
      param: error.param ?? null,
      headers: retryAfterHeaders(answer.headers),
    },
  };
}

/** Returns the headers that an error frame of a WebSocket would contain. */
export function retryAfterHeaders(headers: Headers): Record<string, string> {
  const found = ["retry-after", "retry-after-ms"].map((name) => [name, headers.get(name)] as const);
  return Object.fromEntries(found.flatMap(([name, value]) => (value === null ? [] : [[name, value]])));
}
