import type { Words } from "./words.ts";

/** The reason for an error. Servers rarely agree on a status, a code or a message for it. */
export type Reason =
  /** The response to continue from is gone. */
  | "stale_chain"
  /** The socket must be replaced. */
  | "stale_socket"
  | "unauthorized"
  | "context_too_long"
  | "model_unknown"
  | "moved"
  | "path_unknown"
  | "quota_used_up"
  | "rate_limited"
  | "body_too_large"
  /** The request is invalid, and would be rejected again. */
  | "request_refused"
  /** The server failed, possibly temporarily. */
  | "server_failed";

const TOO_LONG =
  /context[ _-]?(?:length|window|size)|maximum context|prompt is too long|input is too long|exceeds? the (?:available|model'?s?) |too many (?:input )?tokens|longer than the/i;
const NO_MODEL =
  /model.{0,80}(?:not found|does not exist|not exist|unknown|not available|no such)|no such model|invalid model/i;
const TIMED_OUT = 408;

/** Determines the reason. `status` is 0 if the server gave none. */
export function reasonOf(status: number, { code, message, param }: Words): Reason {
  const isClientError = status >= 400 && status < 500;
  if (code === "previous_response_not_found") return "stale_chain";
  if (code === "websocket_connection_limit_reached") return "stale_socket";
  if (param === "previous_response_id") return "stale_chain";
  if (status === 401 || status === 403) return "unauthorized";
  if (code === "context_length_exceeded") return "context_too_long";
  if (isClientError && TOO_LONG.test(message)) return "context_too_long";
  if (code === "model_not_found") return "model_unknown";
  if (status === 404 && NO_MODEL.test(message)) return "model_unknown";
  if (status >= 300 && status < 400) return "moved";
  if (status === 404 || status === 405) return "path_unknown";
  if (status === 402 || code === "insufficient_quota") return "quota_used_up";
  if (status === 429) return "rate_limited";
  if (status === 413) return "body_too_large";
  return isClientError && status !== TIMED_OUT ? "request_refused" : "server_failed";
}
