import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import {
  ApiError,
  type ClientFrame,
  type CreateFrame,
  encodeSse,
  errorFrame,
  events,
  type OutputItem,
  type ResponseEvent,
  type ResponseObject,
  type ServerFrame,
  type Unnumbered,
} from "@flint/protocol";
import { type WebSocket, WebSocketServer } from "ws";

/** A server on real sockets whose answers the test sends by hand. */
export class ResponsesServer {
  readonly #http: Server;
  readonly #sockets = new WebSocketServer({ noServer: true });
  readonly #arrived: Arrival[] = [];
  readonly #waiting: { type: string; resolve(arrival: Arrival): void }[] = [];
  #connected: (() => void)[] = [];
  /** HTTP status with which upgrades are refused; 401 applies to all requests. */
  refuse: number | null = null;
  /** Whether resumes are passed to the test; otherwise they are refused. */
  resumes = false;
  #cancelled: ((id: string) => void)[] = [];
  #refused: (() => void)[] = [];
  /** Number of upgrade requests. */
  upgrades = 0;
  authorization: string | undefined;
  /** The subprotocols that the latest upgrade offered. */
  protocols: readonly string[] = [];

  private constructor() {
    this.#http = createServer((request, response) => this.#post(request, response));
    this.#http.on("upgrade", (request, socket, head) => {
      this.upgrades++;
      this.authorization = request.headers.authorization;
      this.protocols = request.headers["sec-websocket-protocol"]?.split(/, */) ?? [];
      if (this.refuse !== null) {
        const body = JSON.stringify({ error: { message: "refused by the test" } });
        for (const tell of this.#refused) tell();
        socket.end(
          `HTTP/1.1 ${this.refuse} Refused\r\ncontent-length: ${body.length}\r\nconnection: close\r\n\r\n${body}`,
        );
        return;
      }
      this.#sockets.handleUpgrade(request, socket, head, (accepted) => {
        accepted.on("message", (data) => {
          const frame = JSON.parse(String(data)) as ClientFrame;
          const arrival = new Arrival(frame, (event) => accepted.send(JSON.stringify(event)), accepted);
          if (frame.type === "response.resume" && !this.resumes) arrival.refuse(unknownResponse());
          else this.#arrive(arrival);
        });
        for (const resolve of this.#connected.splice(0)) resolve();
      });
    });
  }

  static async listen(port = 0): Promise<ResponsesServer> {
    const server = new ResponsesServer();
    await new Promise<void>((resolve) => server.#http.listen(port, "127.0.0.1", resolve));
    return server;
  }

  get port(): number {
    return (this.#http.address() as AddressInfo).port;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  /** Resolves to the next frame of this type that the test has not taken. */
  next(type: ClientFrame["type"]): Promise<Arrival> {
    const at = this.#arrived.findIndex(({ frame }) => frame.type === type);
    const [found] = at === -1 ? [] : this.#arrived.splice(at, 1);
    if (found !== undefined) return Promise.resolve(found);
    return new Promise((resolve) => this.#waiting.push({ type, resolve }));
  }

  /** Number of frames that the test has not taken. */
  get untaken(): number {
    return this.#arrived.length;
  }

  /** Resolves when the next socket is open. */
  connected(): Promise<void> {
    return new Promise((resolve) => this.#connected.push(resolve));
  }

  /** Resolves when so many more upgrades have been refused. */
  refused(times: number): Promise<void> {
    let left = times;
    return new Promise((resolve) => this.#refused.push(() => --left === 0 && resolve()));
  }

  /** Resolves to the id of the next response that a client cancels over HTTP. */
  cancelled(): Promise<string> {
    return new Promise((resolve) => this.#cancelled.push(resolve));
  }

  /** Cuts every HTTP connection. */
  dropStreams(): void {
    this.#http.closeAllConnections();
  }

  /** Stops reading from the open sockets. */
  deafen(): void {
    for (const socket of this.#sockets.clients) socket.pause();
  }

  /** Drops every socket without a close frame. */
  drop(): void {
    for (const socket of this.#sockets.clients) socket.terminate();
  }

  async close(): Promise<void> {
    this.drop();
    this.#http.closeAllConnections();
    await new Promise((resolve) => this.#http.close(resolve));
  }

  #arrive(arrival: Arrival): void {
    const at = this.#waiting.findIndex(({ type }) => type === arrival.frame.type);
    const [waiting] = at === -1 ? [] : this.#waiting.splice(at, 1);
    if (waiting === undefined) this.#arrived.push(arrival);
    else waiting.resolve(arrival);
  }

  async #post(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.authorization = request.headers.authorization;
    if (this.refuse === 401) {
      response.statusCode = 401;
      response.end(JSON.stringify({ error: { message: "refused by the test" } }));
      return;
    }
    if (request.url === "/v1/models") {
      response.setHeader("content-type", "application/json");
      response.end(
        JSON.stringify({
          object: "list",
          data: [{ id: "m", object: "model", created: 0, owned_by: "test" }],
        }),
      );
      return;
    }
    const [, id = "", action] = /^\/v1\/responses\/(\w+)(\/cancel|\?.*)/.exec(request.url ?? "") ?? [];
    if (action === "/cancel") {
      for (const resolve of this.#cancelled.splice(0)) resolve(id);
      response.end("{}");
      return;
    }
    if (action !== undefined) {
      const starting_after = Number(new URLSearchParams(action.slice(1)).get("starting_after"));
      const frame = { type: "response.resume", response_id: id, starting_after } as const;
      const arrival = new Arrival(frame, sendOver(response), null, response);
      if (this.resumes) this.#arrive(arrival);
      else arrival.refuse(unknownResponse());
      return;
    }
    let body = "";
    for await (const piece of request) body += String(piece);
    const frame = { ...JSON.parse(body), type: "response.create" } as CreateFrame;
    this.#arrive(new Arrival(frame, sendOver(response), null, response));
  }
}

let responses = 0;

function unknownResponse(): ApiError {
  return new ApiError(404, "response_not_found", "there is no such response");
}

/** Sends events as messages of a stream, and an error as the HTTP response. */
function sendOver(response: ServerResponse): (event: ServerFrame) => void {
  return (event) => {
    if (event.type === "error") {
      response.statusCode = event.status;
      response.end(JSON.stringify({ error: event.error }));
      return;
    }
    if (!response.headersSent) response.setHeader("content-type", "text/event-stream");
    response.write(encodeSse(event));
    if (["response.completed", "response.incomplete", "response.failed"].includes(event.type)) response.end();
  };
}

/** A frame that arrived, and how to answer it. */
export class Arrival {
  readonly frame: ClientFrame;
  readonly socket: WebSocket | null;
  readonly #send: (event: ServerFrame) => void;
  readonly #response: ServerResponse | null;

  constructor(
    frame: ClientFrame,
    send: (event: ServerFrame) => void,
    socket: WebSocket | null,
    response: ServerResponse | null = null,
  ) {
    this.frame = frame;
    this.socket = socket;
    this.#send = send;
    this.#response = response;
  }

  /** The frame as a `response.create`. */
  get create(): CreateFrame {
    if (this.frame.type !== "response.create") throw new Error(`a ${this.frame.type} is no create`);
    return this.frame;
  }

  /** Begins a response to it, or the response that follows `previous`. */
  begin(previous?: string): Answer {
    const id = `resp_${++responses}`;
    return new Answer(
      id,
      this.create.stream_id,
      previous ?? this.create.previous_response_id ?? null,
      this.#send,
    );
  }

  /** Begins the response that a resume identifies by its request. */
  beginUnseen(): Answer {
    return new Answer(`resp_${++responses}`, this.#lane, null, this.#send);
  }

  /** Begins the response that follows one resumed here. */
  succeed(before: Answer): Answer {
    return new Answer(`resp_${++responses}`, this.#lane, before.id, this.#send);
  }

  refuse(error: ApiError): void {
    this.#send(errorFrame(error, this.#lane));
  }

  /** Confirms that the request will not run, as its client asked. */
  withdraw(): void {
    const accepted = events.interruptAccepted(this.create.flint?.request_id ?? "");
    this.#send({ ...accepted, sequence_number: 0, ...(this.#lane && { stream_id: this.#lane }) });
  }

  get #lane(): string | undefined {
    return "stream_id" in this.frame ? this.frame.stream_id : undefined;
  }

  /** Resumes a response here: sends its events after the number in the frame, and all later ones. */
  resume(answer: Answer): Answer {
    if (this.frame.type !== "response.resume") throw new Error(`a ${this.frame.type} is no resume`);
    answer.moveTo(this.#send, this.frame.stream_id, this.frame.starting_after ?? -1);
    return answer;
  }

  /** Resolves when the client has closed its HTTP request. */
  abandoned(): Promise<void> {
    return new Promise((resolve) => this.#response?.once("close", resolve));
  }
}

/** A response, sent event by event. */
export class Answer {
  readonly id: string;
  readonly #response: ResponseObject;
  readonly #events: ResponseEvent[] = [];
  #send: (event: ServerFrame) => void;
  #lane: string | undefined;
  readonly #done: OutputItem[] = [];
  #text = "";

  constructor(
    id: string,
    lane: string | undefined,
    previous: string | null,
    send: (event: ServerFrame) => void,
  ) {
    this.id = id;
    this.#send = send;
    this.#lane = lane;
    this.#response = responseObject(id, previous);
    this.event(events.created(this.#response));
  }

  event(event: Unnumbered<ResponseEvent>): void {
    const numbered = { ...event, sequence_number: this.#events.length };
    this.#events.push(numbered);
    this.#say(numbered);
  }

  moveTo(send: (event: ServerFrame) => void, lane: string | undefined, after: number): void {
    this.#send = send;
    this.#lane = lane;
    for (const event of this.#events.slice(after + 1)) this.#say(event);
  }

  text(delta: string): this {
    this.#text += delta;
    this.event(events.outputTextDelta(`msg_${this.id}`, 0, 0, delta));
    return this;
  }

  callTool(name: string): this {
    const item = {
      type: "function_call",
      id: `fc_${this.id}`,
      call_id: `call_${this.id}`,
      status: "completed",
      name,
      arguments: "{}",
    } as const;
    this.#done.push(item);
    this.event(events.outputItemDone(0, item));
    return this;
  }

  /** `confidence`: the confidence that the server reports. */
  complete(confidence?: number): void {
    const item = this.#message("completed");
    const flint = confidence === undefined ? {} : { flint: { confidence } };
    this.event(events.outputItemDone(0, item));
    this.event(events.completed({ ...this.#response, status: "completed", output: [item], ...flint }));
  }

  /** The server cancels the response because nobody reads it. */
  cancel(): void {
    this.event(events.incomplete({ ...this.#response, status: "cancelled" }));
  }

  incomplete(reason: "steered" | "interrupted" | "max_output_tokens"): void {
    this.event(
      events.incomplete({
        ...this.#response,
        status: "incomplete",
        incomplete_details: { reason },
        output: reason === "interrupted" ? this.#done : [...this.#done, this.#message("incomplete")],
      }),
    );
  }

  fail(message: string): void {
    const error = { code: "server_error", message } as const;
    this.event(events.failed({ ...this.#response, status: "failed", error }));
  }

  #say(event: ResponseEvent): void {
    this.#send(this.#lane === undefined ? event : { ...event, stream_id: this.#lane });
  }

  #message(status: "completed" | "incomplete"): OutputItem {
    return {
      type: "message",
      id: `msg_${this.id}`,
      status,
      role: "assistant",
      content: [{ type: "output_text", text: this.#text, annotations: [], logprobs: [] }],
    };
  }
}

export function responseObject(id: string, previous: string | null): ResponseObject {
  return {
    id,
    object: "response",
    created_at: 0,
    completed_at: null,
    status: "in_progress",
    model: "m",
    output: [],
    usage: null,
    error: null,
    incomplete_details: null,
    previous_response_id: previous,
    instructions: null,
    tools: [],
    tool_choice: "auto",
    parallel_tool_calls: true,
    temperature: 0,
    top_p: 1,
    max_output_tokens: null,
    max_tool_calls: null,
    presence_penalty: 0,
    frequency_penalty: 0,
    top_logprobs: 0,
    store: false,
    background: false,
    service_tier: "default",
    truncation: "disabled",
    metadata: {},
    prompt_cache_key: null,
    safety_identifier: null,
    reasoning: null,
    text: { format: { type: "text" }, verbosity: "medium" },
  };
}
