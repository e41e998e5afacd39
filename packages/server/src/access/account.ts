import { type ApiError, apiError } from "@flint/protocol";
import type { ServerLimits } from "../limits.ts";
import { RequestBytes } from "../request-bytes.ts";
import type { Owner } from "../store/index.ts";
import type { KeyRecord, Scope } from "./key-record.ts";
import type { Bucket, RateCounters } from "./rate-counters.ts";
import { type Rate, type RateStatus, type Rates, rateLimitError } from "./rate-headers.ts";

/** Ends a response or socket of an account that has lost access. */
export type Dismiss = (why: ApiError) => void;

export interface AccountHost {
  readonly limits: ServerLimits;
  readonly counters: RateCounters;
  readonly requiresKeys: boolean;
  readonly requestBytes: RequestBytes;
  /** Unix milliseconds. */
  now(): number;
  /** Called when the account's first response or socket opens, and when the last one closes. */
  setActive(account: Account, isActive: boolean): void;
}

/** A client account: its permissions, its running responses and open sockets, and the state of its rate limits. */
export class Account {
  /** Owner of the responses that it creates. */
  readonly owner: Owner;
  /** Bytes of this account's current requests; of the whole server's if it has no key. */
  readonly requestBytes: RequestBytes;
  readonly #host: AccountHost;
  #record: KeyRecord | null;
  readonly #responses = new Set<Dismiss>();
  readonly #sockets = new Set<Dismiss>();
  #requests: RateStatus | null = null;
  #tokens: RateStatus | null = null;

  /** `record` is null if the server accepts anyone. */
  constructor(host: AccountHost, record: KeyRecord | null, owner: Owner) {
    this.#host = host;
    this.#record = record;
    this.owner = owner;
    const { limits, requestBytes: within } = host;
    const limit = () => limits.keyRequestBytes;
    this.requestBytes = record === null ? within : new RequestBytes({ limit, where: "of this key", within });
  }

  get record(): KeyRecord | null {
    return this.#record;
  }

  /** Id of its key; null if it has none. */
  get keyId(): string | null {
    return this.#record?.id ?? null;
  }

  get isAdmin(): boolean {
    return this.#record?.scopes.includes("admin") ?? false;
  }

  get rates(): Rates {
    return { requests: this.#requests, tokens: this.#tokens };
  }

  /** Returns why the account has no access; null if it has. */
  whyInvalid(): ApiError | null {
    const record = this.#record;
    if (record === null) return this.#host.requiresKeys ? missingKey() : null;
    if (record.revoked !== null) {
      return apiError("revoked_api_key", `the key \`${record.id}\` was revoked: ask for a new one`);
    }
    if (record.expires !== null && Date.parse(record.expires) <= this.#host.now()) {
      return apiError(
        "expired_api_key",
        `the key \`${record.id}\` expired at ${record.expires}: ask for a new one`,
      );
    }
    return null;
  }

  /** Throws {@link ApiError} `insufficient_scope` if the account lacks the scope. */
  requireScope(scope: Scope): void {
    const record = this.#record;
    if (record === null || record.scopes.includes(scope) || record.scopes.includes("admin")) return;
    throw apiError(
      "insufficient_scope",
      `the key \`${record.id}\` has the scopes ${record.scopes.join(", ")}: this request needs ${scope}`,
    );
  }

  /** Counts a request against the rate limit. Rejects with {@link ApiError} `rate_limit_exceeded`. */
  async takeRequest(): Promise<void> {
    this.#requests = await this.#take("requests", 1);
    throwIfOverRate("requests", this.#requests);
  }

  /**
   * Admits a new response, which `dismiss` ends. Returns a function to call when the response is over. Rejects with
   * {@link ApiError} `rate_limit_exceeded`, or with the error of {@link whyInvalid}.
   */
  async begin(dismiss: Dismiss): Promise<() => void> {
    await this.#checkTokens();
    // The key may have been revoked while the body arrived or the rate was checked.
    const why = this.whyInvalid();
    if (why !== null) throw why;
    const most = this.#record?.limits.responses ?? this.#host.limits.keyResponses;
    if (this.#record !== null && this.#responses.size >= most) {
      throw apiError(
        "rate_limit_exceeded",
        `the key has ${most} responses running, which is its limit: try again when one has ended`,
      );
    }
    return this.registerResponse(dismiss);
  }

  /** Rejects with {@link ApiError} if an admitted response may not continue by itself. */
  async checkMayContinue(): Promise<void> {
    const why = this.whyInvalid();
    if (why !== null) throw why;
    await this.#checkTokens();
  }

  /** Registers the continuation of an admitted response like {@link begin}, but without its checks. */
  registerResponse(dismiss: Dismiss): () => void {
    return this.#register(this.#responses, dismiss);
  }

  /** Counts tokens against the rate limit: when a response is over, or when a warm-up has read its prompt. */
  async spend(tokens: number): Promise<void> {
    const bucket = this.#bucket("tokens");
    if (bucket === null || bucket.perMinute === 0 || tokens <= 0) return;
    await this.#host.counters.spend(bucket, tokens);
  }

  /** Returns why the account may not open another WebSocket; null if it may. */
  whyNoSocket(): ApiError | null {
    const most = this.#record?.limits.sockets ?? this.#host.limits.keySockets;
    if (this.#record === null || this.#sockets.size < most) return null;
    return apiError(
      "rate_limit_exceeded",
      `the key has ${most} connections open, which is its limit: close one, or put responses on lanes of one connection`,
    );
  }

  /** Registers an open socket, which `dismiss` closes. Returns a function to call when it is closed. */
  registerSocket(dismiss: Dismiss): () => void {
    return this.#register(this.#sockets, dismiss);
  }

  /** Replaces the account's record. If it no longer has access, ends its responses and sockets. */
  renew(record: KeyRecord | null): void {
    this.#record = record;
    const why = this.whyInvalid();
    if (why === null) return;
    for (const dismiss of [...this.#responses, ...this.#sockets]) dismiss(why);
  }

  async #checkTokens(): Promise<void> {
    this.#tokens = await this.#take("tokens", 0);
    throwIfOverRate("tokens", this.#tokens);
  }

  /**
   * Takes from a bucket and returns its state; null if there is no key. Rejects if the limit is 0: waiting would not
   * help.
   */
  async #take(what: Rate, cost: number): Promise<RateStatus | null> {
    const bucket = this.#bucket(what);
    if (bucket === null) return null;
    if (bucket.perMinute === 0) {
      const message = `the key's limit of ${what} a minute is 0: ask for a key with another limit`;
      throw apiError("rate_limit_exceeded", message);
    }
    return { limit: bucket.perMinute, state: await this.#host.counters.take(bucket, cost) };
  }

  #register(set: Set<Dismiss>, dismiss: Dismiss): () => void {
    // A new function each time: the same `dismiss` registered twice must count twice.
    const entry: Dismiss = (why) => dismiss(why);
    set.add(entry);
    this.#host.setActive(this, true);
    return () => {
      set.delete(entry);
      if (this.#responses.size + this.#sockets.size === 0) this.#host.setActive(this, false);
    };
  }

  #bucket(what: Rate): Bucket | null {
    const record = this.#record;
    if (record === null) return null;
    const { limits } = this.#host;
    const perMinute =
      what === "requests"
        ? (record.limits.requestsPerMinute ?? limits.keyRequests)
        : (record.limits.tokensPerMinute ?? limits.keyTokens);
    return { name: `${what}:${record.id}`, perMinute };
  }
}

function throwIfOverRate(what: Rate, seen: RateStatus | null): void {
  if (seen !== null && !seen.state.isAllowed) throw rateLimitError(what, seen.limit, seen.state);
}

export function missingKey(): ApiError {
  return apiError("missing_api_key", "this server requires a key: send one as `authorization: Bearer …`");
}
