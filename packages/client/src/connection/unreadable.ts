import type { ServerFrame } from "@flint/protocol";
import { ApiError } from "@flint/protocol/wire";
import { FlintError } from "../error/index.ts";
import { frameTooLongError } from "./too-large.ts";

/**
 * Returns an error frame in the API's form: event streams send its fields flat, and some servers no error or only a
 * string.
 */
export function normalizeErrorFrame(frame: ServerFrame): ServerFrame {
  if (frame.type !== "error" || (typeof frame.error === "object" && frame.error !== null)) return frame;
  const { stream_id, error, ...flat } = frame as unknown as {
    readonly stream_id?: string;
    readonly error?: unknown;
    readonly code?: string | null;
    readonly message?: string;
    readonly param?: string | null;
  };
  const text = typeof error === "string" ? error : undefined;
  return {
    type: "error",
    status: 500,
    error: {
      type: "server_error",
      code: flat.code ?? null,
      message: flat.message ?? text ?? "the server reported an error without a message",
      param: flat.param ?? null,
    },
    ...(stream_id !== undefined && { stream_id }),
  };
}

/** Returns the error for an event that could not be processed. */
export function unreadableError(cause: unknown, frameBytes: number): FlintError {
  if (cause instanceof ApiError && cause.code === "sse_message_too_long") {
    return frameTooLongError(frameBytes, cause);
  }
  const message = `the server's answer could not be processed (${reasonOf(cause)}): try again, and report it if it happens again`;
  return new FlintError("response_failed", message, { cause });
}

export function reasonOf(cause: unknown): string {
  if (!(cause instanceof Error)) return String(cause);
  const inner = cause.cause;
  return inner instanceof Error && inner.message !== "" ? inner.message : cause.message;
}
