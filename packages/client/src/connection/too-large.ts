import { FlintError } from "../error/index.ts";
import type { SocketEnd } from "./socket.ts";

/** The close code of a peer that received a frame too large for it. */
const TOO_LARGE = 1009;

/**
 * Returns the error for the frame's turn if the socket ended because of a frame that is too large for either side; else
 * null.
 */
export function tooLargeFrameError(end: SocketEnd, frameBytes: number): FlintError | null {
  if (end.kind === "error" && end.isFrameTooLarge === true) return frameTooLongError(frameBytes, end.cause);
  if (end.kind !== "closed" || end.code !== TOO_LARGE) return null;
  const message = "the request is larger than the server accepts in one frame: send less at once";
  return new FlintError("request_failed", message, { serverCode: "frame_too_large" });
}

/** Returns the error for an event from the server that exceeds the caller's limit. */
export function frameTooLongError(frameBytes: number, cause?: unknown): FlintError {
  const message = `the server sent an event of more than ${frameBytes} bytes: raise limits.frameBytes`;
  return new FlintError("limit_exceeded", message, { cause });
}

/** Returns whether such a frame caused the error. */
export function isCausedByLargeFrame(error: FlintError): boolean {
  return [error, error.cause].some(
    (one) =>
      one instanceof FlintError && (one.code === "limit_exceeded" || one.serverCode === "frame_too_large"),
  );
}
