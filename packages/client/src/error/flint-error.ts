/**
 * - `invalid_argument`: an option is missing or of the wrong kind; the message names it.
 * - `empty_instruction`: an edit was asked for without saying what to change.
 * - `file_unreadable`, `file_binary`, `file_too_large`: `path` cannot be edited.
 * - `connection_failed`: the server cannot be reached, or refuses; `status` and `serverCode` say why where it does.
 * - `connection_lost`: the connection ended while an answer was under way, and the answer could not be resumed.
 * - `request_failed`: the server refused the request; `status`, `param` and `serverCode` say why.
 * - `response_failed`: the answer began and failed; `serverCode` is the response's error code.
 * - `timeout`: the server was silent for too long; the message names the limit.
 * - `aborted`: the caller's `AbortSignal` fired.
 * - `steer_failed`: a steer was not taken; `serverCode` says why.
 * - `turn_ended`: the turn was over before a steer or interrupt was sent.
 * - `limit_exceeded`: one of the client's own limits; the message names the option.
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
  /** The request's parameter that the server complains of. */
  param?: string | null;
  /** The code that the server gave, such as `model_not_found` or `context_length_exceeded`. */
  serverCode?: string;
  /** The response that failed. */
  responseId?: string;
  /** Milliseconds after which the server wants to be asked again. */
  retryAfter?: number;
}

/** A failure that the SDK foresees. `code` is stable; the message is one line and names the remedy. */
export class FlintError extends Error {
  override readonly name = "FlintError";
  readonly code: FlintErrorCode;
  readonly status: number | null;
  readonly param: string | null;
  readonly serverCode: string | null;
  readonly responseId: string | null;
  /** Milliseconds after which the server wants to be asked again, as where a key's rate is used up; null where it does not say. */
  readonly retryAfter: number | null;

  constructor(code: FlintErrorCode, message: string, details: FlintErrorDetails = {}) {
    super(message, details.cause === undefined ? undefined : { cause: details.cause });
    this.code = code;
    this.status = details.status ?? null;
    this.param = details.param ?? null;
    this.serverCode = details.serverCode ?? null;
    this.responseId = details.responseId ?? null;
    this.retryAfter = details.retryAfter ?? null;
    // Until the stack is asked for, V8 keeps what its functions were called on: a session, with all that it holds.
    void this.stack;
  }

  /** As JSON, in which an Error has no message: alone, or in a connection's state. */
  toJSON(): object {
    const { name, code, message, status, param, serverCode, responseId, retryAfter } = this;
    return { name, code, message, status, param, serverCode, responseId, retryAfter };
  }
}
