import { type Static, Type } from "typebox";

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
  /** In frames: the equivalent of HTTP headers, such as `retry-after`. */
  headers: Type.Optional(Type.Record(Type.String(), Type.String())),
});
export type ApiErrorBody = Static<typeof ApiErrorBody>;
