import { type Engine, EngineError, type Tick, type TraceContext } from "@flint/engine";
import { ApiError, apiError, type CreateRequest } from "@flint/protocol";
import type { Logger } from "pino";
import type { Access, Account } from "../access/index.ts";
import type { ChainEntry } from "../chain/index.ts";
import { apiErrorOf, logFieldsOf, logLevelOf, responseErrorOf } from "../errors/index.ts";
import type { ServerLimits } from "../limits.ts";
import type { Metrics } from "../metrics/index.ts";
import type { Models } from "../model/index.ts";
import type { Responses } from "../response/index.ts";
import type { Seal } from "../seal/index.ts";
import { EventAhead, EventsDropped, StoreError, type StoreErrorCode } from "../store/index.ts";
import type { CacheGuardian, ThreadPool } from "../thread/index.ts";
import type { Turn } from "../turn/index.ts";
import type { UsageBook } from "../usage/index.ts";
import type { HostNames } from "./guard.ts";
import type { UnderWay } from "./under-way.ts";

/** State that the HTTP and WebSocket doors of a server share. */
export interface Shared {
  readonly engine: Engine;
  readonly models: Models;
  readonly threads: ThreadPool;
  /** Running and stored responses. */
  readonly responses: Responses;
  readonly seal: Seal;
  readonly limits: ServerLimits;
  readonly logger: Logger;
  readonly access: Access;
  readonly usage: UsageBook;
  readonly hostNames: HostNames;
  readonly cacheGuardian: CacheGuardian;
  /** Null if the server keeps no metrics. */
  readonly metrics: Metrics | null;
  /** Schedules the writes of deltas that were held back to be sent together. */
  readonly writeTick: Tick;
  /** Responses requested over HTTP that were admitted and have not ended. */
  readonly httpTurns: Set<Pick<Turn, "cancel">>;
  readonly underWay: UnderWay;
  /** Fires when the server is about to close: it still accepts requests, but reports that it is not ready. */
  readonly leaving: AbortSignal;
  /** Fires when the server begins to close: no new turns from then on. */
  readonly closing: AbortSignal;
}

/** The server as seen by one account, with only its own responses. */
export interface OwnShared extends Shared {
  readonly account: Account;
  /** The session to report usage under if a request names none: the connection. Null for none. */
  readonly session: string | null;
  /** The parent trace of requests that name none; null for none. */
  readonly trace: TraceContext | null;
}

/** Counts a response that has ended. */
export function countResponse(own: OwnShared, { response }: Turn): void {
  if (response === null) return;
  const { metrics, models, account, usage: book, session } = own;
  const { model, usage } = response;
  const { owner, keyId: key } = account;
  const cost = book.costOf(model, usage);
  metrics?.countEnded(response, models.isListed(model));
  if (key !== null) metrics?.countUsed(key, usage, cost);
  book.add({ owner, key, model, session: response.prompt_cache_key ?? session, usage, cost });
  spendTokens(own, usage?.total_tokens ?? 0);
}

/** Counts tokens against the account's rate limit. */
export function spendTokens({ account, logger }: OwnShared, tokens: number): void {
  account
    .spend(tokens)
    .catch((cause) => logger.error({ err: cause }, "the use of a key could not be counted"));
}

/**
 * Finds the response to continue; null if the request continues none. Rejects with {@link ApiError} if it cannot be
 * continued, for example while it runs. `isEarly` returns whether it can be continued once it has ended.
 */
export async function parentOf(
  request: CreateRequest,
  find: (id: string) => ChainEntry | undefined | Promise<ChainEntry | undefined>,
  isEarly: (id: string) => boolean,
): Promise<ChainEntry | null> {
  const id = request.previous_response_id ?? null;
  if (id === null) return null;
  const entry = await find(id);
  if (entry !== undefined && entry.tip !== null) return entry;
  const what = entry === undefined ? "is not kept here" : `ended as ${entry.response.status}`;
  const why =
    entry === undefined && isEarly(id)
      ? "it still runs: continue it when it has ended"
      : `it ${what}: send the whole conversation as input, without previous_response_id`;
  throw apiError(
    "previous_response_not_found",
    `response \`${id}\` cannot be continued, ${why}`,
    "previous_response_id",
  );
}

export function shuttingDown(): ApiError {
  return apiError("server_shutting_down", "the server is shutting down: connect again in a moment");
}

/** What clients are told when the store fails temporarily. Its address and user appear only in the log. */
const unavailable: Partial<Record<StoreErrorCode, string>> = {
  store_unreachable: "does not answer",
  store_busy: "is overloaded",
  store_full: "is full",
  store_read_only: "accepts no writes at present",
  store_denied: "does not let the server in",
};

/** Converts any error to an ApiError. The text of an unexpected error may contain anything, so it is only logged. */
export function asApiError(cause: unknown, logger: Logger): ApiError {
  if (cause instanceof ApiError) return cause;
  if (cause instanceof EventsDropped) return apiError("events_dropped", cause.message, "starting_after");
  if (cause instanceof EventAhead) return apiError("invalid_value", cause.message, "starting_after");
  if (cause instanceof StoreError) {
    logger.error({ err: cause }, "the store failed");
    const why = unavailable[cause.code];
    return why === undefined
      ? apiError("server_error", "the server's store failed; see the server's log")
      : apiError("store_unavailable", `the server's store ${why}: try again in a moment`);
  }
  if (cause instanceof EngineError) {
    logger[logLevelOf(cause)](logFieldsOf(cause), "the engine refused a request");
    return apiErrorOf(responseErrorOf(cause));
  }
  logger.error({ err: cause }, "a request failed unexpectedly");
  return apiError("server_error", "the server failed on this request; see the server's log");
}
