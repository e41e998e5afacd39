import type { ErrorFrame, ResponseObject } from "@flint/protocol";
import { FlintError } from "../error/index.ts";

/** The server refused the request. */
export function refusedRequest({ status, error }: ErrorFrame): FlintError {
  return new FlintError("request_failed", error.message, {
    status,
    param: error.param,
    ...(error.code === null ? {} : { serverCode: error.code }),
  });
}

/** The response ended in failure. */
export function failedResponse({ id, error }: ResponseObject): FlintError {
  return new FlintError(
    "response_failed",
    error?.message ?? "the response failed and the server did not say why",
    {
      responseId: id,
      ...(error === null ? {} : { serverCode: error.code }),
    },
  );
}
