import { type ApiError, apiError } from "@flint/protocol";
import type { ServerLimits } from "../limits.ts";
import { RequestBytes } from "../request-bytes.ts";
import type { Owner } from "../store/index.ts";
import type { KeyRecord, Scope } from "./key-record.ts";
import type { Bucket, RateCounters } from "./rate-counters.ts";
import { type Rate, type Rates, refusedRate, type Seen } from "./rate-headers.ts";

/** Ends what runs for somebody who may no longer ask. */
export type Dismiss = (why: ApiError) => void;

export interface AccountHost {
  readonly limits: ServerLimits;
  readonly counters: RateCounters;
  readonly requiresKeys: boolean;
  readonly requestBytes: RequestBytes;
  /** Milliseconds since 1970. */
  now(): number;
  /** Called when the account begins to have something under way, and when it has nothing any more. */
  active(account: Account, isActive: boolean): void;
}

/** Somebody who asks: what they may do, what they have under way, and what is left of their rates. */
export class Account {
  /** Whose the responses are that it makes. */
  readonly owner: Owner;
  /** Of what it has under way; of the whole server where it has no key. */
  readonly requestBytes: RequestBytes;
  readonly #host: AccountHost;
  #record: KeyRecord | null;
  readonly #responses = new Set<Dismiss>();
  readonly #sockets = new Set<Dismiss>();
  #requests: Seen | null = null;
  #tokens: Seen | null = null;

  /** `record` is null where the server takes whoever comes. */
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

  /** The id of its key; null where there is none. */
  get keyId(): string | null {
    return this.#record?.id ?? null;
  }

  get isAdmin(): boolean {
    return this.#record?.scopes.includes("admin") ?? false;
  }

  get rates(): Rates {
    return { requests: this.#requests, tokens: this.#tokens };
  }

  /** Why it may ask for nothing any more; null as long as it may. */
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

  /** Throws {@link ApiError} `insufficient_scope`. */
  require(scope: Scope): void {
    const record = this.#record;
    if (record === null || record.scopes.includes(scope) || record.scopes.includes("admin")) return;
    throw apiError(
      "insufficient_scope",
      `the key \`${record.id}\` has the scopes ${record.scopes.join(", ")}: this request needs ${scope}`,
    );
  }

  /** Counts a request. Rejects with {@link ApiError} `rate_limit_exceeded`. */
  async takeRequest(): Promise<void> {
    this.#requests = await this.#take("requests", 1);
    refuseOverRate("requests", this.#requests);
  }

  /**
   * A response begins, which `dismiss` ends. The result is to be called when it is over. Rejects with
   * {@link ApiError}: `rate_limit_exceeded`, or as {@link whyInvalid} has it.
   */
  async begin(dismiss: Dismiss): Promise<() => void> {
    await this.#needTokens();
    // Its key may have been revoked since it was looked at: while the body came, or the rate was asked for.
    const why = this.whyInvalid();
    if (why !== null) throw why;
    const most = this.#record?.limits.responses ?? this.#host.limits.keyResponses;
    if (this.#record !== null && this.#responses.size >= most) {
      throw apiError(
        "rate_limit_exceeded",
        `the key has ${most} responses running, which is its limit: try again when one has ended`,
      );
    }
    return this.hold(dismiss);
  }

  /** Rejects with {@link ApiError} where what goes on by itself from a response that was let in is not to. */
  async goOn(): Promise<void> {
    const why = this.whyInvalid();
    if (why !== null) throw why;
    await this.#needTokens();
  }

  /** As {@link begin}, for what goes on from a response that was let in. */
  hold(dismiss: Dismiss): () => void {
    return this.#enter(this.#responses, dismiss);
  }

  /** What a response used, told when it is over, or a warm-up, when it has read its prompt. */
  async spend(tokens: number): Promise<void> {
    const bucket = this.#bucket("tokens");
    if (bucket === null || bucket.perMinute === 0 || tokens <= 0) return;
    await this.#host.counters.spend(bucket, tokens);
  }

  /** Why it may open no further WebSocket; null where it may. */
  whyNoSocket(): ApiError | null {
    const most = this.#record?.limits.sockets ?? this.#host.limits.keySockets;
    if (this.#record === null || this.#sockets.size < most) return null;
    return apiError(
      "rate_limit_exceeded",
      `the key has ${most} connections open, which is its limit: close one, or put responses on lanes of one connection`,
    );
  }

  /** A socket is open, which `dismiss` closes. The result is to be called when it is closed. */
  socket(dismiss: Dismiss): () => void {
    return this.#enter(this.#sockets, dismiss);
  }

  /** Goes by another record from now on; what is under way ends where that allows nothing. */
  renew(record: KeyRecord | null): void {
    this.#record = record;
    const why = this.whyInvalid();
    if (why === null) return;
    for (const dismiss of [...this.#responses, ...this.#sockets]) dismiss(why);
  }

  async #needTokens(): Promise<void> {
    this.#tokens = await this.#take("tokens", 0);
    refuseOverRate("tokens", this.#tokens);
  }

  /** What a bucket holds then; null where there is none. Rejects where it never fills: nothing of it is waited for. */
  async #take(what: Rate, cost: number): Promise<Seen | null> {
    const bucket = this.#bucket(what);
    if (bucket === null) return null;
    if (bucket.perMinute === 0) {
      const message = `the key's limit of ${what} a minute is 0: ask for a key with another limit`;
      throw apiError("rate_limit_exceeded", message);
    }
    return { limit: bucket.perMinute, state: await this.#host.counters.take(bucket, cost) };
  }

  #enter(set: Set<Dismiss>, dismiss: Dismiss): () => void {
    // A function of its own, so that one that is handed in twice counts twice.
    const entry: Dismiss = (why) => dismiss(why);
    set.add(entry);
    this.#host.active(this, true);
    return () => {
      set.delete(entry);
      if (this.#responses.size + this.#sockets.size === 0) this.#host.active(this, false);
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

function refuseOverRate(what: Rate, seen: Seen | null): void {
  if (seen !== null && !seen.state.isAllowed) throw refusedRate(what, seen.limit, seen.state);
}

export function missingKey(): ApiError {
  return apiError("missing_api_key", "this server requires a key: send one as `authorization: Bearer …`");
}
