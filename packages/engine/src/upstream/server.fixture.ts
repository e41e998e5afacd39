import { once } from "node:events";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { onTestFinished } from "vitest";

type Json = Record<string, unknown>;

export interface Asked {
  readonly path: string;
  readonly headers: IncomingMessage["headers"];
  readonly body: Json;
}

/** Handles a request, or returns false to leave it to the server's default. */
export type Behaviour = (request: Asked, response: ServerResponse, nth: number) => boolean | Promise<boolean>;

export interface TestServer {
  readonly url: string;
  /** All requests for answers so far. */
  readonly asked: readonly Asked[];
  /** Number of answers being written. */
  readonly writing: number;
  /** Number of answers whose client disconnected before the end. */
  readonly abandoned: number;
  /** Number of connections so far. */
  readonly connections: number;
  behave(behaviour: Behaviour | null): void;
  /** Closes all connections and stops listening. */
  stop(): Promise<void>;
  /** Listens on the same port again. */
  start(): Promise<void>;
}

export interface TestServerOptions {
  readonly model?: string;
  readonly contextLength?: number;
  /** Milliseconds before each token. Default: 0, but other tasks still run between tokens. */
  readonly pace?: number;
}

/** Starts a chat completions server like vLLM. Its tokens are words, and its answer depends on the question. */
export async function startTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const server = new StoryServer(options);
  await server.start();
  return server;
}

/** Starts the same server and stops it when the test ends. */
export async function useTestServer(options: TestServerOptions = {}): Promise<TestServer> {
  const server = await startTestServer(options);
  onTestFinished(() => server.stop());
  return server;
}

class StoryServer implements TestServer {
  readonly asked: Asked[] = [];
  readonly #options: TestServerOptions;
  #server: Server | null = null;
  #port = 0;
  #behaviour: Behaviour | null = null;
  /** Earlier prompts: the prefix that a later prompt shares with one of them counts as cached. */
  readonly #read: string[][] = [];
  writing = 0;
  abandoned = 0;
  connections = 0;

  constructor(options: TestServerOptions) {
    this.#options = options;
  }

  get url(): string {
    return `http://127.0.0.1:${this.#port}/v1`;
  }

  behave(behaviour: Behaviour | null): void {
    this.#behaviour = behaviour;
  }

  async start(): Promise<void> {
    const server = createServer((request, response) => void this.#answer(request, response));
    server.on("connection", () => {
      this.connections += 1;
    });
    this.#server = server;
    this.#port = await listenAt(server, this.#port);
  }

  stop(): Promise<void> {
    const server = this.#server;
    this.#server = null;
    server?.closeAllConnections();
    return new Promise((resolve) => (server === null ? resolve() : server.close(() => resolve())));
  }

  async #answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const path = request.url ?? "";
    let text = "";
    for await (const piece of request) text += piece;
    const asked = { path, headers: request.headers, body: text === "" ? {} : JSON.parse(text) };
    const { model = "story", contextLength = 400 } = this.#options;
    if (path === "/v1/chat/completions") this.asked.push(asked);
    if (await this.#behaviour?.(asked, response, this.asked.length)) return;
    if (path === "/v1/models") {
      json(response, 200, {
        data: [{ id: model, owned_by: "vllm", created: 1, max_model_len: contextLength }],
      });
    } else if (path === "/tokenize") {
      json(response, 200, { count: promptOf(asked.body).length, max_model_len: contextLength });
    } else if (path === "/v1/chat/completions") await this.#complete(asked.body, response);
    else json(response, 404, { detail: "Not Found" });
  }

  async #complete(body: Json, response: ServerResponse): Promise<void> {
    const prompt = promptOf(body);
    const { contextLength = 400, model = "story", pace = 0 } = this.#options;
    if (body.model !== model) {
      json(response, 404, { error: { message: `The model \`${body.model}\` does not exist.`, code: 404 } });
      return;
    }
    if (prompt.length >= contextLength) {
      const message = `This model's maximum context length is ${contextLength} tokens. However, you requested more.`;
      json(response, 400, { error: { message, type: "BadRequestError", param: null, code: 400 } });
      return;
    }
    const shared = Math.max(0, ...this.#read.map((earlier) => common(earlier, prompt)));
    // The last token is never cached, since decoding starts from it.
    const cached = Math.min(shared, prompt.length - 1);
    this.#read.push(prompt);
    this.writing += 1;
    let isGone = false;
    response.on("close", () => {
      this.writing -= 1;
      if (!response.writableFinished) {
        isGone = true;
        this.abandoned += 1;
      }
    });
    response.writeHead(200, { "content-type": "text/event-stream" });
    const send = (chunk: Json) => response.write(`data: ${JSON.stringify({ model, ...chunk })}\n\n`);
    send({ choices: [{ index: 0, delta: { role: "assistant", content: "" }, finish_reason: null }] });
    const { words, isStopped } = storyOf(body);
    const most = Number(body.max_tokens ?? contextLength);
    let said = 0;
    for (const word of words.slice(0, most)) {
      await (pace > 0 ? new Promise((go) => setTimeout(go, pace)) : new Promise((go) => setImmediate(go)));
      if (isGone) return;
      send({ choices: [{ index: 0, delta: { content: word }, finish_reason: null }] });
      said += 1;
    }
    const reason = words.length > most && !isStopped ? "length" : "stop";
    send({ choices: [{ index: 0, delta: {}, finish_reason: reason }] });
    const prompt_tokens = prompt.length;
    const usage = {
      prompt_tokens,
      completion_tokens: said,
      prompt_tokens_details: { cached_tokens: cached },
    };
    send({ choices: [], usage });
    response.end("data: [DONE]\n\n");
  }
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { "content-type": "application/json" });
  response.end(JSON.stringify(body));
}

interface Message {
  readonly role: string;
  readonly content: string;
}

function messagesIn(body: Json): readonly Message[] {
  return Array.isArray(body.messages) ? body.messages : [];
}

function isGoingOn(body: Json): boolean {
  return body.continue_final_message === true;
}

/** Returns the prompt as the words that the model reads. */
function promptOf(body: Json): string[] {
  const text = messagesIn(body).map(({ role, content }, place, all) => {
    const isOpen = isGoingOn(body) && place === all.length - 1;
    return `<${role}> ${content}${isOpen ? "" : " <end> "}`;
  });
  return tokensOf(`${text.join("")}${isGoingOn(body) ? "" : "<assistant>"}`);
}

/** Returns the rest of the answer: a story derived from the last question, without the part already in the prompt. */
function storyOf(body: Json): { words: string[]; isStopped: boolean } {
  const messages = messagesIn(body);
  const asked = messages.findLastIndex(({ role }) => role === "user");
  const question = messages[asked]?.content ?? "";
  const said = isGoingOn(body) ? (messages.at(-1)?.content ?? "") : "";
  const line = `${question} The one of whom you ask counted the waves, and wrote down ${asked} of them. `;
  const story = line.repeat(Math.ceil(80 / tokensOf(line).length)).slice(said.length);
  const stops: string[] = Array.isArray(body.stop) ? body.stop : [];
  const places = stops.map((stop) => story.indexOf(stop)).filter((place) => place >= 0);
  const isStopped = places.length > 0;
  return { words: tokensOf(isStopped ? story.slice(0, Math.min(...places)) : story), isStopped };
}

function tokensOf(text: string): string[] {
  return text.match(/\s*\S+|\s+/g) ?? [];
}

function common(a: readonly string[], b: readonly string[]): number {
  const place = a.findIndex((word, at) => word !== b[at]);
  return place === -1 ? Math.min(a.length, b.length) : place;
}

/** Makes a server listen on localhost, on `port` or, if that is 0, on a free port. Returns the port. */
export async function listenAt(server: Server, port: number): Promise<number> {
  await once(server.listen(port, "127.0.0.1"), "listening");
  return (server.address() as AddressInfo).port;
}
