import type { ErrorFrame, ResponseObject } from "@flint/protocol";
import { parseRetryAfter } from "../connection/index.ts";
import { FlintError } from "../error/index.ts";

/** Returns the error for a refused request. */
export function refusedRequest({ status, error }: ErrorFrame): FlintError {
  return new FlintError("request_failed", error.message, {
    status,
    param: error.param,
    ...(error.code === null ? {} : { serverCode: error.code }),
    ...parseRetryAfter(error.headers),
  });
}

/** Returns the error for a failed response. */
export function failedResponse({ id, error }: ResponseObject): FlintError {
  return new FlintError(
    "response_failed",
    error?.message ?? "the response failed and the server did not say why",
    {
      responseId: id,
      ...(error === null ? {} : { serverCode: error.code, ...parseRetryAfter(error.headers) }),
    },
  );
}

export function answerTooLong(limit: number): FlintError {
  return new FlintError(
    "limit_exceeded",
    `the answer is longer than ${limit} characters: raise limits.answerLength`,
  );
}

/**
 * Returns the error for a response that the server cancelled, because its reader was gone or the server was stopping.
 */
export function cancelledResponse(): FlintError {
  return new FlintError(
    "connection_lost",
    "the server ended the answer before it was complete, because it is shutting down or the connection was lost for too long: run it again",
  );
}

/** Returns whether the refusal is temporary. */
export function isTemporary({ status }: ErrorFrame): boolean {
  return status >= 500 || status === 429;
}
