import { EngineError, type EngineErrorCode } from "@flint/engine";
import { ApiError, type ResponseError, type ResponseErrorCode } from "@flint/protocol";

const responseCodes: Partial<Record<EngineErrorCode, ResponseErrorCode>> = {
  model_not_found: "model_not_found",
  context_length_exceeded: "context_length_exceeded",
  prompt_unsupported: "invalid_prompt",
  engine_busy: "rate_limit_exceeded",
  rate_limited: "rate_limit_exceeded",
};

const statuses: Record<ResponseErrorCode, number> = {
  server_error: 500,
  rate_limit_exceeded: 429,
  context_length_exceeded: 400,
  invalid_prompt: 400,
  model_not_found: 404,
};

/**
 * What `response.error` says of a failure. An error that no engine foresees is a bug: its text stays in the log,
 * since it may hold anything.
 */
export function responseErrorOf(cause: unknown): ResponseError {
  if (cause instanceof EngineError) {
    return { code: responseCodes[cause.code] ?? "server_error", message: cause.message };
  }
  return { code: "server_error", message: "the server failed on this request; its log says why" };
}

/** The same failure for a client that has not been told of a response yet. */
export function apiErrorOf(error: ResponseError): ApiError {
  return new ApiError(statuses[error.code], error.code, error.message);
}
