import { type ApiError, retryHeaders } from "../error/index.ts";
import type { ErrorFrame } from "./events.ts";

/** The frame that answers a request which no response came of. `streamId` names the lane it was sent on. */
export function errorFrame(error: ApiError, streamId?: string): ErrorFrame {
  const headers = retryHeaders(error);
  const body = Object.keys(headers).length === 0 ? error.body() : { ...error.body(), headers };
  const frame: ErrorFrame = { type: "error", status: error.status, error: body };
  return streamId === undefined ? frame : { ...frame, stream_id: streamId };
}
