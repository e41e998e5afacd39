/**
 * The Flint SDK for browsers: as in Node, but for files (`path`) and the parse check, which need Node.
 * @module
 */
import { browserPlatform } from "./browser/index.ts";
import { openSession, type Session, type SessionOptions } from "./session/index.ts";

export * from "./exports.ts";

/**
 * A session with the server at `url`, its connection open. A browser's WebSocket sends no headers: an `apiKey` goes
 * along as a subprotocol, and where the server does not know that the session uses HTTP, and its turns cannot be steered.
 * Rejects with a `FlintError`: `invalid_argument`, `connection_failed`, `aborted`.
 */
export function initializeSession(options: SessionOptions): Promise<Session> {
  return openSession(options, browserPlatform);
}
