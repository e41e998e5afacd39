import { EngineError, type EngineErrorCode } from "@flint/engine";
import {
  type ApiError,
  apiError,
  type ResponseError,
  type ResponseErrorCode,
  retryHeaders,
} from "@flint/protocol";

export interface EngineFailure {
  /** Code in the response to the client. */
  readonly code: ResponseErrorCode;
  readonly when: string;
}

/** API error code and meaning of each engine error. */
export const engineFailures: Readonly<Record<EngineErrorCode, EngineFailure>> = {
  model_not_found: { code: "model_not_found", when: "the engine has no such model" },
  model_unreadable: {
    code: "server_error",
    when: "the model's file is missing, damaged or of an unknown kind",
  },
  out_of_memory: { code: "server_error", when: "the model does not fit into memory" },
  context_length_exceeded: {
    code: "context_length_exceeded",
    when: "the prompt and the answer do not fit into the model's context",
  },
  prompt_unsupported: { code: "invalid_prompt", when: "the model cannot handle this kind of prompt" },
  answer_invalid: { code: "server_error", when: "the model's output is not a usable answer" },
  engine_busy: { code: "rate_limit_exceeded", when: "the engine has no room for another response" },
  engine_crashed: {
    code: "server_error",
    when: "the engine's process ended; the next request starts a new one",
  },
  engine_closed: { code: "server_error", when: "the engine is being closed" },
  aborted: { code: "server_error", when: "the engine stopped unexpectedly" },
  rate_limited: { code: "rate_limit_exceeded", when: "the server behind the engine limits its requests" },
  upstream_failed: { code: "server_error", when: "the server behind the engine failed" },
};

/**
 * Returns the `response.error` for a failure. An error that is not an `EngineError` is a bug: its text is only logged,
 * since it may contain anything.
 */
export function responseErrorOf(cause: unknown): ResponseError {
  if (cause instanceof EngineError) {
    const { code } = engineFailures[cause.code];
    const { message, retryAfter } = cause;
    if (retryAfter === null) return { code, message };
    const headers = retryHeaders(apiError(code, message, null, retryAfter / 1000));
    return { code, message, ...(Object.keys(headers).length > 0 && { headers }) };
  }
  return { code: "server_error", message: "the server failed on this request; see the server's log" };
}

/** Converts a response error for a client that has received no response yet. */
export function apiErrorOf({ code, message, headers }: ResponseError): ApiError {
  const wait = headers?.["retry-after-ms"];
  return apiError(code, message, null, wait === undefined ? null : Number(wait) / 1000);
}
