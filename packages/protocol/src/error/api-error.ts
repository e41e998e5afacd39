import { type Static, Type } from "typebox";
import { type ErrorCode, errorTable } from "./table.ts";

export const ApiErrorType = Type.Enum([
  "invalid_request_error",
  "authentication_error",
  "rate_limit_error",
  "server_error",
]);
export type ApiErrorType = Static<typeof ApiErrorType>;

/** The API's error shape: the value of `error` in an HTTP body and in a WebSocket `error` frame. */
export const ApiErrorBody = Type.Object({
  type: ApiErrorType,
  code: Type.Union([Type.String(), Type.Null()]),
  message: Type.String(),
  param: Type.Union([Type.String(), Type.Null()]),
});
export type ApiErrorBody = Static<typeof ApiErrorBody>;

/** A failure that a client is told of, with the HTTP status that goes with it. */
export class ApiError extends Error {
  override readonly name = "ApiError";
  readonly status: number;
  readonly type: ApiErrorType;
  readonly code: string;
  readonly param: string | null;

  constructor(status: number, code: string, message: string, param: string | null = null) {
    super(message);
    this.status = status;
    this.type = typeOf(status);
    this.code = code;
    this.param = param;
  }

  body(): ApiErrorBody {
    return { type: this.type, code: this.code, message: this.message, param: this.param };
  }
}

/** The error of that code, with the status that the table gives it. */
export function apiError(code: ErrorCode, message: string, param: string | null = null): ApiError {
  return new ApiError(errorTable[code].status, code, message, param);
}

function typeOf(status: number): ApiErrorType {
  if (status === 401 || status === 403) return "authentication_error";
  if (status === 429) return "rate_limit_error";
  return status >= 500 ? "server_error" : "invalid_request_error";
}
