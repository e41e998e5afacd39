import type { ApiErrorBody, ApiErrorType } from "./api-error-body.ts";
import { type ErrorCode, errorTable } from "./table.ts";

/** An error that is sent to a client, with its HTTP status. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly type: ApiErrorType;
  readonly code: string;
  readonly param: string | null;
  /** Seconds after which a retry makes sense; null if unknown. */
  readonly retryAfter: number | null;

  constructor(
    status: number,
    code: string,
    message: string,
    param: string | null = null,
    retryAfter: number | null = null,
  ) {
    super(message);
    this.status = status;
    this.type = typeOf(status);
    this.code = code;
    this.param = param;
    this.retryAfter = retryAfter;
  }

  body(): ApiErrorBody {
    return { type: this.type, code: this.code, message: this.message, param: this.param };
  }
}

/** Creates an error with this code and the status from the table. */
export function apiError(
  code: ErrorCode,
  message: string,
  param: string | null = null,
  retryAfter: number | null = null,
): ApiError {
  return new ApiError(errorTable[code].status, code, message, param, retryAfter);
}

/**
 * Returns the headers that say when to retry, in whole seconds and exactly. Empty if unknown, except for a 429, which
 * always has them.
 */
export function retryHeaders({ status, retryAfter }: ApiError): Record<string, string> {
  if (status !== 429 && retryAfter === null) return {};
  const seconds = retryAfter ?? 1;
  return {
    "retry-after": String(Math.max(1, Math.ceil(seconds))),
    ...(retryAfter !== null && { "retry-after-ms": String(Math.ceil(seconds * 1000)) }),
  };
}

function typeOf(status: number): ApiErrorType {
  if (status === 401 || status === 403) return "authentication_error";
  if (status === 429) return "rate_limit_error";
  return status >= 500 ? "server_error" : "invalid_request_error";
}
