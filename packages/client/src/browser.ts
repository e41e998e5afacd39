/**
 * The Flint SDK for browsers. Unlike in Node, files (`path`) and the parse check are not available.
 * @module
 */
import { browserPlatform } from "./browser/index.ts";
import { openSession, type Session, type SessionOptions } from "./session/index.ts";

export * from "./exports.ts";

/**
 * Opens a session with the server at `url`; resolves when the connection is open. A browser's WebSocket cannot send
 * headers, so an `apiKey` is sent as a subprotocol. If the server does not support that, the session uses HTTP, and its
 * turns cannot be steered. Rejects with a `FlintError`: `invalid_argument`, `connection_failed`, `aborted`.
 */
export function initializeSession(options: SessionOptions): Promise<Session> {
  return openSession(options, browserPlatform);
}
