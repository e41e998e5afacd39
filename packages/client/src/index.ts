/**
 * The Flint SDK for Node: `initializeSession`, then `session.edit(…)`.
 * @module
 */
import { nodePlatform } from "./node/index.ts";
import { openSession, type Session, type SessionOptions } from "./session/index.ts";

export * from "./exports.ts";
export { type ColoredCode, type Colorer, loadColorer, type Token, type TokenKind } from "./node/index.ts";

/**
 * Opens a session with the server at `url`; resolves when the connection is open. Rejects with a `FlintError`:
 * `invalid_argument`, `connection_failed`, `aborted`.
 */
export function initializeSession(options: SessionOptions): Promise<Session> {
  return openSession(options, nodePlatform);
}
