import type { Session } from "@flint/client";
import type { InitializeOptions } from "./initialize-options.ts";

/**
 * A session with the server at `url`; or, without one, with an embedded server that lives as long as the session.
 * Rejects with a `FlintError`; where the embedded server cannot be had, its `serverCode` says why.
 */
export async function initializeSession(options: InitializeOptions = {}): Promise<Session> {
  const { url, model, engine: _, onClose, ...rest } = options;
  if (url === undefined) {
    // Server and engine take longer to load than all else: who brings a server does without.
    const { embeddedSession } = await import("./embedded-session.ts");
    return embeddedSession(options);
  }
  const { initializeSession: connect } = await import("@flint/client");
  const apiKey = options.apiKey ?? (process.env.FLINT_KEY || undefined);
  const own = { ...(model && { model }), ...(onClose && { onClose }), ...(apiKey && { apiKey }) };
  return connect({ ...rest, ...own, url });
}
