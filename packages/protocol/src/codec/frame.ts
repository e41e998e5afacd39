import type { ServerFrame } from "../events/index.ts";
import type { ClientFrame } from "../schema/index.ts";

/** Encodes a WebSocket text frame of either direction. */
export function encodeFrame(frame: ServerFrame | ClientFrame): string {
  return JSON.stringify(frame);
}

/**
 * Decodes what a server sent: the data of an SSE message or a WebSocket text frame. Returns null for text that is not a
 * JSON object with a `type`, which the API's clients skip. Does not validate events, and returns unknown types as they
 * are, so switch on `type` with a default.
 */
export function decodeServerFrame(text: string): ServerFrame | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (typeof value !== "object" || value === null || !("type" in value) || typeof value.type !== "string") {
    return null;
  }
  return value as ServerFrame;
}
