import { type ApiError, retryHeaders } from "../error/index.ts";
import type { ErrorFrame } from "./events.ts";

/** Creates the frame that answers a request that started no response. `streamId` is the request's lane. */
export function errorFrame(error: ApiError, streamId?: string): ErrorFrame {
  const headers = retryHeaders(error);
  const body = Object.keys(headers).length === 0 ? error.body() : { ...error.body(), headers };
  const frame: ErrorFrame = { type: "error", status: error.status, error: body };
  return streamId === undefined ? frame : { ...frame, stream_id: streamId };
}
