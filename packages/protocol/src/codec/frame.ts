import type { ServerFrame } from "../events/index.ts";
import type { ClientFrame } from "../schema/index.ts";

/** A WebSocket text frame, either way. */
export function encodeFrame(frame: ServerFrame | ClientFrame): string {
  return JSON.stringify(frame);
}

/**
 * What a server sent, as an SSE message's data or a WebSocket text frame. Null for text that is not a JSON
 * object with a `type`: the API's clients skip such text. Events are believed, not validated; one of an unknown
 * `type` comes back as it is, so switch on `type` and have a default.
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
