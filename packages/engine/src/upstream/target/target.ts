import type { TraceContext } from "../../contract/index.ts";
import { type Asked, failureOf, UpstreamFailure } from "../failure/index.ts";
import type { UpstreamLimits, UpstreamTimeouts } from "../options.ts";
import { type Preset, presets, type UpstreamTarget } from "../preset/index.ts";
import { type Connections, type Exchange, ExchangeFault } from "../transport/index.ts";
import { Health } from "./health.ts";
import { type ListedModel, modelsIn } from "./model-list.ts";
import { RefusedFields } from "./refused-fields.ts";

export interface TargetParts {
  readonly connections: Connections;
  readonly timeouts: UpstreamTimeouts;
  readonly limits: UpstreamLimits;
  readonly contextLength: number;
  readonly onWarning: (text: string) => void;
}

/** Of a question that is answered in pieces. */
export interface Asking {
  readonly model: string;
  readonly cacheKey: string;
  readonly trace: TraceContext | undefined;
  readonly signal: AbortSignal;
}

/** One server: how it is asked, what it has, and how it is. */
export class Target {
  readonly preset: Preset;
  readonly weight: number;
  /** Its place, for people: `gpu:8000`. */
  readonly server: string;
  readonly refused = new RefusedFields();
  readonly health: Health;
  readonly #parts: TargetParts;
  readonly #target: UpstreamTarget;
  #listed: { readonly at: number; readonly models: readonly ListedModel[] } | null = null;
  #listing: Promise<readonly ListedModel[]> | null = null;

  constructor(target: UpstreamTarget, parts: TargetParts) {
    const preset = presets[target.preset];
    this.preset = target.api === undefined ? preset : { ...preset, api: target.api };
    this.weight = target.weight ?? 1;
    this.server = new URL(target.url).host;
    this.#target = target;
    this.#parts = parts;
    this.health = new Health({
      failures: parts.limits.failures,
      interval: parts.timeouts.health,
      look: () => this.#look(),
      changed: (failure) =>
        parts.onWarning(
          failure === null ? `${this.server} is back` : `${this.server} is down: ${failure.message}`,
        ),
    });
  }

  /** The models as they were listed last; null before that. */
  get listed(): readonly ListedModel[] | null {
    return this.#listed?.models ?? null;
  }

  /** Its models, as it listed them not long ago. Rejects with {@link UpstreamFailure}. */
  async models(): Promise<readonly ListedModel[]> {
    const { modelList } = this.#parts.timeouts;
    if (this.#listed !== null && performance.now() - this.#listed.at < modelList) return this.#listed.models;
    this.#listing ??= this.#list().finally(() => {
      this.#listing = null;
    });
    return this.#listing;
  }

  /** Asks for an answer in pieces. Rejects with {@link UpstreamFailure}. */
  async stream(
    path: string,
    body: Record<string, unknown>,
    { model, cacheKey, trace, signal }: Asking,
  ): Promise<Exchange> {
    const headers = {
      ...this.#headers(),
      accept: "text/event-stream",
      ...(this.preset.cacheKey === "header" && { "x-session-id": cacheKey }),
      ...trace,
    };
    const request = { url: this.#url(path), headers, body: JSON.stringify(body), signal };
    return this.#answered(this.#parts.connections.stream(request), path, model);
  }

  /**
   * Asks something that no model has to answer; `path` from the API's base, or, beginning with `//`, from the server's
   * root. Rejects with {@link UpstreamFailure}.
   */
  async ask(path: string, body?: Record<string, unknown>, model = ""): Promise<unknown> {
    const request = {
      url: this.#url(path),
      headers: this.#headers(),
      ...(body !== undefined && { body: JSON.stringify(body) }),
    };
    const exchange = await this.#answered(this.#parts.connections.ask(request), path, model);
    const text = await this.#told(exchange.text(this.#parts.limits.bodyBytes));
    try {
      return JSON.parse(text);
    } catch {
      // What is no JSON may be Prometheus's text, and is for the caller to judge.
      return text;
    }
  }

  asked(model: string, path: string): Asked {
    const { keys } = this.preset;
    const hasKey = this.#target.key !== undefined;
    return { server: this.server, model, path, hasKey, keyVariable: keys[0] ?? "FLINT_UPSTREAM_KEY" };
  }

  /** What a fault on the way means. */
  failure(cause: unknown): UpstreamFailure {
    if (cause instanceof UpstreamFailure) return cause;
    if (!(cause instanceof ExchangeFault)) throw cause;
    if (cause.kind === "aborted") return new UpstreamFailure("aborted", "stopped by its caller", {}, cause);
    const remedy = {
      connect: "see that it runs, and that its address and proxy are right",
      first_byte: "it may be overloaded; see its log, or raise timeouts.firstByte",
      silence: "see its log, or raise timeouts.silence",
      total: "ask for less, or raise timeouts.total",
      broken: "see its log; try again",
      too_large: "it does not keep to the API; see its log",
    }[cause.kind];
    const isLate = cause.kind === "total" || cause.kind === "too_large";
    return new UpstreamFailure(
      "upstream_failed",
      `${this.server}: ${cause.message}; ${remedy}`,
      { retryable: cause.kind === "connect" || cause.kind === "broken", unwell: !isLate },
      cause,
    );
  }

  close(): void {
    this.health.close();
  }

  async #list(): Promise<readonly ListedModel[]> {
    const { models, preset } = this.#target;
    const { contextLength } = this.#parts;
    const listed =
      models === undefined
        ? modelsIn(await this.ask("/models"), { preset, contextLength })
        : modelsIn({ data: models.map((id) => ({ id })) }, { preset, contextLength });
    this.#listed = { at: performance.now(), models: listed };
    return listed;
  }

  async #look(): Promise<UpstreamFailure | null> {
    try {
      await this.ask("/models");
      return null;
    } catch (cause) {
      const failure = this.failure(cause);
      return failure.unwell ? failure : null;
    }
  }

  async #answered(start: Promise<Exchange>, path: string, model: string): Promise<Exchange> {
    const exchange = await this.#told(start);
    if (exchange.status >= 200 && exchange.status < 300) return exchange;
    const text = await this.#told(exchange.text(this.#parts.limits.bodyBytes));
    const { status, headers } = exchange;
    throw failureOf({ status, headers, body: parsed(text) }, this.asked(model, path));
  }

  async #told<T>(promise: Promise<T>): Promise<T> {
    try {
      return await promise;
    } catch (cause) {
      throw this.failure(cause);
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

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    // A proxy's page: its first words say enough.
    return text.replace(/<[^>]*>/g, " ");
  }
}
