/**
 * - `invalid_argument`: an option is missing or invalid; the message names it.
 * - `empty_instruction`: the instruction of an edit is empty.
 * - `file_unreadable`, `file_binary`, `file_too_large`: the file at `path` cannot be edited.
 * - `connection_failed`: the server cannot be reached or refuses the connection; `status` and `serverCode` say why, if
 * known.
 * - `connection_lost`: the connection ended during an answer, which could not be resumed.
 * - `request_failed`: the server refused the request; `status`, `param` and `serverCode` say why.
 * - `response_failed`: the answer began and failed; `serverCode` is the response's error code.
 * - `timeout`: the server was silent for too long; the message names the limit.
 * - `aborted`: the caller's `AbortSignal` fired.
 * - `steer_failed`: the server did not accept a steer; `serverCode` says why.
 * - `turn_ended`: the turn ended before a steer or an interrupt was sent.
 * - `limit_exceeded`: one of the client's own limits was reached; the message names the option.
 * - `session_closed`: the session was closed by its owner.
 */
export type FlintErrorCode =
  | "invalid_argument"
  | "empty_instruction"
  | "file_unreadable"
  | "file_binary"
  | "file_too_large"
  | "connection_failed"
  | "connection_lost"
  | "request_failed"
  | "response_failed"
  | "timeout"
  | "aborted"
  | "steer_failed"
  | "turn_ended"
  | "limit_exceeded"
  | "session_closed";

export interface FlintErrorDetails extends ErrorOptions {
  /** HTTP status, or the `status` of a WebSocket error frame. */
  status?: number;
  /** The request parameter that caused the error. */
  param?: string | null;
  /** The server's error code, such as `model_not_found` or `context_length_exceeded`. */
  serverCode?: string;
  /** The response that failed. */
  responseId?: string;
  /** Milliseconds after which to retry. */
  retryAfter?: number;
}

/** An error that the SDK expects. `code` is stable; the message is one line and names the remedy. */
export class FlintError extends Error {
  override readonly name = "FlintError";
  readonly code: FlintErrorCode;
  readonly status: number | null;
  readonly param: string | null;
  readonly serverCode: string | null;
  readonly responseId: string | null;
  /** Milliseconds after which the server accepts a retry, for example after a rate limit; null if it does not say. */
  readonly retryAfter: number | null;

  constructor(code: FlintErrorCode, message: string, details: FlintErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.status = details.status ?? null;
    this.param = details.param ?? null;
    this.serverCode = details.serverCode ?? null;
    this.responseId = details.responseId ?? null;
    this.retryAfter = details.retryAfter ?? null;
    // Until the stack is read, V8 keeps the receivers of its calls alive, here a session with all its data.
    void this.stack;
  }

  /** Includes the message, which `JSON.stringify` omits for errors, also when nested in a connection's state. */
  toJSON(): object {
    const { name, code, message, status, param, serverCode, responseId, retryAfter } = this;
    return { name, code, message, status, param, serverCode, responseId, retryAfter };
  }
}
