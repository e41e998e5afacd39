import { ApiError, apiError, type CreateRequest } from "@flint/protocol";
import type { Logger } from "pino";
import type { ChainEntry, ChainStore } from "../chain/index.ts";
import type { ServerLimits } from "../limits.ts";
import type { Models } from "../model/index.ts";
import type { ThreadPool } from "../thread/index.ts";
import type { Turn } from "../turn/index.ts";

/** What the doors of one server have in common. */
export interface Shared {
  readonly models: Models;
  readonly threads: ThreadPool;
  /** Responses with `store: true`. */
  readonly stored: ChainStore;
  readonly limits: ServerLimits;
  readonly logger: Logger;
  /** Responses asked for over HTTP that are not over. */
  readonly httpTurns: Set<Turn>;
  /** Fires when the server begins to close: no new turns from then on. */
  readonly closing: AbortSignal;
}

/** The response to continue; null if the request continues none. Throws {@link ApiError} if it cannot be continued. */
export function parentOf(
  request: CreateRequest,
  find: (id: string) => ChainEntry | undefined,
): ChainEntry | null {
  const id = request.previous_response_id ?? null;
  if (id === null) return null;
  const entry = find(id);
  if (entry !== undefined && entry.tip !== null) return entry;
  const what = entry === undefined ? "is not kept here" : `ended as ${entry.response.status}`;
  throw apiError(
    "previous_response_not_found",
    `response \`${id}\` cannot be continued, it ${what}: send the whole conversation as input, without previous_response_id`,
    "previous_response_id",
  );
}

export function shuttingDown(): ApiError {
  return apiError("server_shutting_down", "the server is shutting down: connect again in a moment");
}

/** For a failure that nobody foresaw: its text may hold anything, so it goes to the log alone. */
export function asApiError(cause: unknown, logger: Logger): ApiError {
  if (cause instanceof ApiError) return cause;
  logger.error({ err: cause }, "a request failed unexpectedly");
  return apiError("server_error", "the server failed on this request; its log says why");
}
