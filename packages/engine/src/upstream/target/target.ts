import type { TraceContext } from "../../contract/index.ts";
import type { Answer } from "../answer.ts";
import { failureOf, type RequestContext, statusWithin, UpstreamFailure } from "../failure/index.ts";
import type { UpstreamLimits, UpstreamTimeouts } from "../options.ts";
import { type Preset, presets, type UpstreamTarget } from "../preset/index.ts";
import type { AnswerContext, Question } from "../question.ts";
import { dial, HandshakeRefused, SocketAnswer, Sockets } from "../socket/index.ts";
import { StreamedAnswer } from "../streamed-answer.ts";
import { type Connections, type Exchange, ExchangeFault } from "../transport/index.ts";
import { recordOf } from "../usage.ts";
import { Health } from "./health.ts";
import { type ListedModel, modelsIn } from "./model-list.ts";
import { RefusedFields } from "./refused-fields.ts";

export interface TargetParts {
  readonly connections: Connections;
  readonly timeouts: UpstreamTimeouts;
  readonly limits: UpstreamLimits;
  readonly contextLength: number;
  readonly certificates: string | undefined;
  readonly onWarning: (text: string) => void;
}

/** Options of a streamed request. */
export interface StreamOptions {
  readonly model: string;
  readonly user: string | null;
  readonly cacheKey: string;
  readonly trace: TraceContext | undefined;
  readonly signal: AbortSignal;
}

/** Timeout for the closing handshake in milliseconds. */
const CLOSE_TIMEOUT = 1_000;

interface Listed {
  /** `performance.now()` */
  readonly at: number;
  readonly models: readonly ListedModel[];
  /** Whether a listed model turned out to be missing. */
  readonly isWrong: boolean;
}

/** An upstream server: its requests, models and health. */
export class Target {
  readonly preset: Preset;
  readonly weight: number;
  /** Its address for messages: `gpu:8000`. */
  readonly server: string;
  readonly refused = new RefusedFields();
  readonly health: Health;
  readonly #parts: TargetParts;
  readonly #target: UpstreamTarget;
  readonly #sockets: Sockets | null;
  /** The preset for models that do not support prefill. */
  readonly #unprefilled: { readonly preset: Preset; readonly models: Set<string> };
  #listed: Listed | null = null;
  #listing: Promise<readonly ListedModel[]> | null = null;

  constructor(target: UpstreamTarget, parts: TargetParts) {
    const preset = presets[target.preset];
    this.preset = target.api === undefined ? preset : { ...preset, api: target.api };
    this.#unprefilled = { preset: { ...this.preset, prefill: "turn" }, models: new Set() };
    this.weight = target.weight ?? 1;
    this.server = new URL(target.url).host;
    this.#target = target;
    this.#parts = parts;
    this.#sockets = this.#openSockets();
    this.health = new Health({
      failures: parts.limits.failures,
      interval: parts.timeouts.health,
      check: () => this.#look(),
      onChange: (failure) =>
        parts.onWarning(
          failure === null ? `${this.server} is back` : `${this.server} is down: ${failure.error.unquoted}`,
        ),
      onRest: (failure) => parts.onWarning(failure.error.unquoted),
    });
  }

  /** The last list of models; null before the first. */
  get listed(): readonly ListedModel[] | null {
    return this.#listed?.models ?? null;
  }

  /** Returns a listed model, or one that the server accepts without listing it. */
  find(model: string): ListedModel | undefined {
    const named = (name: string) => this.listed?.find(({ info }) => info.id === name);
    const known = named(model);
    if (known !== undefined || !this.preset.routes) return known;
    const plain = named(model.replace(/:[^:/]*$/, ""));
    return plain && { ...plain, info: { ...plain.info, id: model } };
  }

  /** Whether the list is missing, or has been wrong for some time. */
  get isListDue(): boolean {
    return this.#listed === null || (this.#listed.isWrong && !this.#isFresh(this.#listed));
  }

  /** Resolves to its models, from a recent list. Rejects with {@link UpstreamFailure}. */
  async models(): Promise<readonly ListedModel[]> {
    const listed = this.#listed;
    if (listed !== null && !listed.isWrong && this.#isFresh(listed)) return listed.models;
    this.#listing ??= this.#list().finally(() => {
      this.#listing = null;
    });
    return this.#listing;
  }

  /** Records that it does not have a listed model. */
  recordMissingModel(model: string): void {
    const models = this.listed?.filter(({ info }) => info.id !== model) ?? [];
    if (this.#listed !== null) this.#listed = { at: performance.now(), models, isWrong: true };
  }

  /**
   * Requests an answer, over a socket if the server supports it and one is free, or else over HTTP. Rejects with
   * {@link UpstreamFailure}.
   */
  async answer(
    question: Question,
    body: Record<string, unknown>,
    listening: AnswerContext,
    asking: StreamOptions,
  ): Promise<Answer> {
    const overSocket = await this.#overSocket(question, body, listening, asking);
    if (overSocket !== null) return overSocket;
    const exchange = await this.#stream(question.path, body, asking);
    return new StreamedAnswer(exchange, question.reader(listening), this.#parts.limits.messageLength);
  }

  /** Returns the preset that applies to this model. */
  presetFor(model: string): Preset {
    const { preset, models } = this.#unprefilled;
    return models.has(model) ? preset : this.preset;
  }

  /** Remembers that this model does not support prefill. */
  recordPrefillRefusal(model: string): void {
    this.#unprefilled.models.add(model);
  }

  /** Opens a connection in advance for the next request. */
  warm({ overSocket }: Question): void {
    if (overSocket !== null) this.#sockets?.warm();
  }

  /**
   * Sends a request that needs no model. `path` is relative to the API's base, or to the server's root if it starts with
   * `//`. Rejects with {@link UpstreamFailure}.
   */
  async ask(path: string, body?: Record<string, unknown>, model = ""): Promise<unknown> {
    const request = {
      url: this.#url(path),
      headers: this.#headers(),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    };
    const exchange = await this.#successfulExchange(this.#parts.connections.ask(request), path, model);
    const text = await this.#orFailure(exchange.text(this.#parts.limits.bodyBytes));
    // Other text, such as Prometheus metrics, is returned to the caller.
    const told = jsonIn(text) ?? text;
    const { error } = recordOf(told);
    if (error == null) return told;
    const { headers } = exchange;
    throw failureOf({ status: statusWithin(error), headers, body: told }, this.requestContext(model, path));
  }

  /** Checks whether it opens a WebSocket for responses, without sending a request. */
  async opensSocket(): Promise<boolean> {
    const { timeouts, limits, certificates } = this.#parts;
    try {
      const socket = await dial({
        url: this.#url("/responses"),
        headers: this.#headers(),
        ...{ certificates, timeout: timeouts.connect, messageBytes: limits.messageLength },
      });
      socket.close(1000);
      // Without a response to the close, the socket would keep the process alive for half a minute.
      const late = setTimeout(() => socket.terminate(), CLOSE_TIMEOUT);
      socket.once("close", () => clearTimeout(late));
      return true;
    } catch (cause) {
      if (cause instanceof HandshakeRefused || cause instanceof ExchangeFault) return false;
      throw cause;
    }
  }

  requestContext(model: string, path: string): RequestContext {
    const { keys } = this.preset;
    const hasKey = this.#target.key !== undefined;
    return { server: this.server, model, path, hasKey, keyVariable: keys[0] ?? "FLINT_UPSTREAM_KEY" };
  }

  /** Converts a transport fault into a failure. */
  toFailure(cause: unknown): UpstreamFailure {
    if (cause instanceof UpstreamFailure) return cause;
    if (!(cause instanceof ExchangeFault)) throw cause;
    if (cause.kind === "aborted") return new UpstreamFailure("aborted", "stopped by its caller", {}, cause);
    const remedy = {
      connect: "check that it runs, and that its address and proxy are correct",
      first_byte: "it may be overloaded; see its log, or raise timeouts.firstByte (--upstream-first-byte)",
      silence: "see its log, or raise timeouts.silence (--upstream-silence)",
      total: "ask for less, or raise timeouts.total",
      broken: "see its log; try again",
      too_large: "it does not follow the API; see its log",
    }[cause.kind];
    const isLate = cause.kind === "total" || cause.kind === "too_large";
    return new UpstreamFailure(
      "upstream_failed",
      `${this.server}: ${cause.message}; ${remedy}`,
      {
        retryable: cause.kind === "connect" || cause.kind === "broken",
        elsewhere: cause.kind === "first_byte",
        unwell: !isLate,
      },
      cause,
    );
  }

  close(): void {
    this.health.close();
    this.#sockets?.close();
  }

  async #overSocket(
    { overSocket }: Question,
    body: Record<string, unknown>,
    listening: AnswerContext,
    { model, user, cacheKey: chain, trace, signal }: StreamOptions,
  ): Promise<SocketAnswer | null> {
    const sockets = this.#sockets;
    if (overSocket === null || sockets === null) return null;
    const conversation = { model, user, chain, items: overSocket.items };
    const taken = await sockets.take(conversation, signal);
    if (taken === null) return null;
    const { preset } = this;
    // Socket messages have no headers: Flint reads the trace from the metadata.
    const traced = trace !== undefined && preset.name === "flint" ? { ...body, metadata: trace } : body;
    const { timeouts } = this.#parts;
    const reader = overSocket.reader(listening);
    return new SocketAnswer({ sockets, taken, conversation, body: traced, reader, preset, timeouts, signal });
  }

  async #stream(
    path: string,
    body: Record<string, unknown>,
    { model, cacheKey, trace, signal }: StreamOptions,
  ): Promise<Exchange> {
    const headers = {
      ...this.#headers(),
      accept: "text/event-stream",
      ...(this.preset.cacheKey === "header" && { "x-session-id": cacheKey }),
      ...trace,
    };
    const request = { url: this.#url(path), headers, body: JSON.stringify(body), signal };
    return this.#successfulExchange(this.#parts.connections.stream(request), path, model);
  }

  #openSockets(): Sockets | null {
    const { timeouts, limits, certificates, onWarning } = this.#parts;
    const { socket: traits } = this.preset;
    if (traits === null || this.#target.webSocket === false) return null;
    return new Sockets({
      url: this.#url("/responses"),
      headers: this.#headers(),
      ...{ traits, preset: this.preset, timeouts, limits, certificates },
      onRefused: (why) => onWarning(`${this.server} accepts no WebSocket (${why}): HTTP is used instead`),
    });
  }

  async #list(): Promise<readonly ListedModel[]> {
    const { models, preset } = this.#target;
    const reading = { preset, api: this.preset.api, contextLength: this.#parts.contextLength };
    const listed = modelsIn(
      models === undefined ? await this.ask("/models") : { data: models.map((id) => ({ id })) },
      reading,
    );
    this.#listed = { at: performance.now(), models: listed, isWrong: false };
    return listed;
  }

  #isFresh({ at }: Listed): boolean {
    return performance.now() - at < this.#parts.timeouts.modelList;
  }

  async #look(): Promise<UpstreamFailure | null> {
    try {
      await this.ask("/models");
      return null;
    } catch (cause) {
      const failure = this.toFailure(cause);
      return failure.unwell ? failure : null;
    }
  }

  async #successfulExchange(start: Promise<Exchange>, path: string, model: string): Promise<Exchange> {
    const exchange = await this.#orFailure(start);
    if (exchange.status >= 200 && exchange.status < 300) return this.#requireUncompressed(exchange);
    const text = await this.#orFailure(exchange.text(this.#parts.limits.bodyBytes));
    const { status, headers } = exchange;
    // Strip the tags of a proxy's HTML page; its first words are enough.
    const body = jsonIn(text) ?? text.replace(/<[^>]*>/g, " ");
    throw failureOf({ status, headers, body }, this.requestContext(model, path));
  }

  /** Rejects a compressed answer, which was not requested. */
  #requireUncompressed(exchange: Exchange): Exchange {
    // Some servers send `identity` or a charset.
    const named = /gzip|deflate|\bbr\b|zstd|compress/i.exec(
      String(exchange.headers["content-encoding"] ?? ""),
    );
    if (named === null) return exchange;
    exchange.cancel();
    const message = `${this.server} compresses its answers (${named[0].toLowerCase()}) although it was asked not to; switch that off there`;
    throw new UpstreamFailure("upstream_failed", message);
  }

  async #orFailure<T>(promise: Promise<T>): Promise<T> {
    try {
      return await promise;
    } catch (cause) {
      throw this.toFailure(cause);
    }
  }

  #headers(): Record<string, string> {
    const { key } = this.#target;
    return {
      "content-type": "application/json",
      "user-agent": "flint",
      ...(key !== undefined && { authorization: `Bearer ${key}` }),
    };
  }

  #url(path: string): URL {
    if (path.startsWith("//")) return new URL(`${this.#target.url.replace(/\/v\d+$/, "")}${path.slice(1)}`);
    return new URL(`${this.#target.url}${path}`);
  }
}

function jsonIn(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
