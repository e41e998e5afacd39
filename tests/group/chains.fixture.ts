import { setTimeout as pause } from "node:timers/promises";
import { initializeSession, type Session } from "@flint/client";
import { type ResponseEvent, type ResponseObject, SseDecoder } from "@flint/protocol";
import WebSocket from "ws";

/** A turn failed, and the client was told so. The message is the error's code or message, or the response's status. */
export class TurnFailed extends Error {
  override readonly name = "TurnFailed";
}

export interface Answered {
  readonly id: string | null;
  readonly text: string;
  readonly inputTokens: number | undefined;
}

/** The client of one conversation. A turn completes or rejects with {@link TurnFailed}; any other error is a fault. */
export interface ChainClient {
  turn(input: string, previousId: string | null): Promise<Answered>;
  close(): Promise<void>;
}

const OVER = /^response\.(completed|incomplete|failed)$/;
/** Milliseconds: a server takes long to start on a busy machine. */
const PATIENCE = 600_000;

/** Collects the events of one turn. Throws if one is out of order, missing or duplicated. */
class Received {
  id: string | null = null;
  last = -1;
  #text = "";

  /** Adds an event. Returns the final response if the event ends it, otherwise null. */
  take(event: ResponseEvent): ResponseObject | null {
    if (event.sequence_number !== this.last + 1) {
      throw new Error(`event ${event.sequence_number} (${event.type}) came after ${this.last}`);
    }
    this.last = event.sequence_number;
    if (event.type === "response.created") this.id = event.response.id;
    if (event.type === "response.output_text.delta") this.#text += event.delta;
    return OVER.test(event.type) && "response" in event ? (event.response as ResponseObject) : null;
  }

  result(response: ResponseObject): Answered {
    if (response.status !== "completed") throw new TurnFailed(response.error?.message ?? response.status);
    const [item] = response.output;
    const whole =
      item?.type === "message" && item.content[0]?.type === "output_text" ? item.content[0].text : "";
    if (whole !== this.#text) throw new Error(`the answer is ${whole}, and ${this.#text} came`);
    return { id: response.id, text: whole, inputTokens: response.usage?.input_tokens };
  }
}

function createOf(input: string, previousId: string | null, requestId: string) {
  return {
    input,
    store: true,
    stream: true,
    ...(previousId !== null && { previous_response_id: previousId }),
    flint: { grace: 10_000, request_id: requestId },
  };
}

function headersOf(key: string | undefined): Readonly<Record<string, string>> {
  return key === undefined ? {} : { authorization: `Bearer ${key}` };
}

/** Uses HTTP. Resumes a cut stream by the response's id; while that is unknown, sends the request again. */
export class HttpClient implements ChainClient {
  readonly #url: string;
  readonly #headers: Readonly<Record<string, string>>;

  constructor(url: string, key?: string) {
    this.#url = url;
    this.#headers = headersOf(key);
  }

  async turn(input: string, previousId: string | null): Promise<Answered> {
    const body = JSON.stringify(createOf(input, previousId, crypto.randomUUID()));
    const received = new Received();
    const until = performance.now() + PATIENCE;
    while (performance.now() < until) {
      const answer = await this.#ask(received, body).catch(() => null);
      if (answer?.ok) {
        const response = await read(answer, received);
        if (response !== null) return received.result(response);
      } else if (answer !== null) {
        const { error } = await answer.json();
        if (answer.status < 500) throw new TurnFailed(error.code);
      }
      await pause(20);
    }
    throw new Error(`a turn has not ended after ${PATIENCE} ms`);
  }

  async close(): Promise<void> {}

  #ask({ id, last }: Received, body: string): Promise<Response> {
    const headers = this.#headers;
    return id === null
      ? fetch(`${this.#url}/responses`, { method: "POST", headers, body })
      : fetch(`${this.#url}/responses/${id}?stream=true&starting_after=${last}`, { headers });
  }
}

async function read(answer: Response, received: Received): Promise<ResponseObject | null> {
  const decoder = new SseDecoder();
  const text = new TextDecoder();
  const reader = answer.body?.getReader();
  for (;;) {
    // A cut connection is treated like one that ended.
    const part = await reader?.read().catch(() => undefined);
    if (part === undefined || part.done) return null;
    for (const { data } of decoder.push(text.decode(part.value, { stream: true }))) {
      const response = received.take(JSON.parse(data));
      if (response !== null) return response;
    }
  }
}

/** Uses one WebSocket for all turns; reconnects if it is closed. */
export class SocketClient implements ChainClient {
  readonly #url: string;
  readonly #headers: Readonly<Record<string, string>>;
  #socket: WebSocket | null = null;

  constructor(url: string, key?: string) {
    this.#url = url.replace("http", "ws");
    this.#headers = headersOf(key);
  }

  async turn(input: string, previousId: string | null): Promise<Answered> {
    const create = { type: "response.create", ...createOf(input, previousId, crypto.randomUUID()) };
    const received = new Received();
    const until = performance.now() + PATIENCE;
    while (performance.now() < until) {
      const { id, last } = received;
      const frame = id === null ? create : { type: "response.resume", response_id: id, starting_after: last };
      const response = await this.#send(frame, received);
      if (response !== null) return received.result(response);
      await pause(20);
    }
    throw new Error(`a turn has not ended after ${PATIENCE} ms`);
  }

  async close(): Promise<void> {
    this.#socket?.terminate();
  }

  /** Sends a frame. Returns the final response, or null if the caller must retry. */
  async #send(frame: object, received: Received): Promise<ResponseObject | null> {
    const socket = await this.#open();
    if (socket === null) return null;
    return new Promise((resolve, reject) => {
      const close = () => resolve(null);
      const leave = () => socket.removeAllListeners("message").off("close", close);
      socket.once("close", close);
      socket.on("message", (data) => {
        const event = JSON.parse(String(data));
        try {
          if (event.type === "error" && event.status < 500) throw new TurnFailed(event.error.code);
          const response = event.type === "error" ? null : received.take(event);
          if (event.type !== "error" && response === null) return;
          leave();
          resolve(response);
        } catch (cause) {
          leave();
          reject(cause);
        }
      });
      socket.send(JSON.stringify(frame));
    });
  }

  async #open(): Promise<WebSocket | null> {
    if (this.#socket?.readyState === WebSocket.OPEN) return this.#socket;
    const socket = new WebSocket(`${this.#url}/responses`, { headers: this.#headers });
    this.#socket = socket;
    return new Promise((resolve) => {
      socket.once("open", () => resolve(socket));
      socket.on("error", () => resolve(null));
    });
  }
}

/** Uses the SDK, which reconnects by itself and keeps the conversation. */
export class SdkClient implements ChainClient {
  readonly #url: string;
  #session: Session | null = null;

  constructor(url: string) {
    this.#url = url;
  }

  async turn(input: string, previousId: string | null): Promise<Answered> {
    try {
      this.#session ??= await initializeSession({ url: this.#url, warmUp: false });
      const turn = this.#session.respond({ input, previousResponseId: previousId });
      let streamed = "";
      for await (const event of turn) {
        if (event.type === "restart") streamed = "";
        else if (event.type === "text") streamed += event.text;
      }
      const { text, responseId, status, usage } = await turn;
      if (status !== "completed") throw new TurnFailed(status);
      if (text !== streamed) throw new Error(`the answer is ${text}, and ${streamed} came`);
      return { id: responseId, text, inputTokens: usage?.input_tokens };
    } catch (cause) {
      if (cause instanceof Error && cause.name === "FlintError") throw new TurnFailed(cause.message);
      throw cause;
    }
  }

  async close(): Promise<void> {
    await this.#session?.close();
  }
}
