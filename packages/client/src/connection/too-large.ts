import { FlintError } from "../error/index.ts";
import type { SocketEnd } from "./socket.ts";

/** The close code of who was sent a frame that is too large for it. */
const TOO_LARGE = 1009;

/** Where the socket ended as a frame was too large for one of both sides: what to tell the turn that it was for; else null. */
export function tooLargeFrame(end: SocketEnd, frameBytes: number): FlintError | null {
  if (end.kind === "error" && end.isFrameTooLarge === true) return frameTooLong(frameBytes, end.cause);
  if (end.kind !== "closed" || end.code !== TOO_LARGE) return null;
  const message = "the request is larger than the server accepts in one frame: send less at once";
  return new FlintError("request_failed", message, { serverCode: "frame_too_large" });
}

/** What the server sent is longer than the caller allows. */
export function frameTooLong(frameBytes: number, cause?: unknown): FlintError {
  const message = `the server sent an event of more than ${frameBytes} bytes: raise limits.frameBytes`;
  return new FlintError("limit_exceeded", message, { cause });
}

/** Whether the connection was lost, or the turn given up, by such a frame. */
export function isTooLarge(error: FlintError): boolean {
  return [error, error.cause].some(
    (one) =>
      one instanceof FlintError && (one.code === "limit_exceeded" || one.serverCode === "frame_too_large"),
  );
}
