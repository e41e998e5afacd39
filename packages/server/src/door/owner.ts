import type { IncomingMessage } from "node:http";
import { LONGEST_SESSION } from "../usage/index.ts";
import type { OwnShared, Shared } from "./shared.ts";

/** Prefix of the subprotocol that carries the API key in base64url: a browser's WebSocket cannot send headers. */
const KEY_PROTOCOL = "flint.key.";
const AGREED_PROTOCOL = "flint";

/** Returns the subprotocol to accept, of those offered. Never the one with the key, which would echo the key back. */
export function agreedProtocol(offered: ReadonlySet<string>): string | false {
  if (offered.has(AGREED_PROTOCOL)) return AGREED_PROTOCOL;
  return [...offered].find((name) => !name.startsWith(KEY_PROTOCOL)) ?? false;
}

/** Returns the `authorization` header of an upgrade, or the equivalent from its subprotocols. */
export function authorizationOf({ headers }: IncomingMessage): string | undefined {
  if (headers.authorization !== undefined) return headers.authorization;
  const protocols = headers["sec-websocket-protocol"]?.split(",").map((name) => name.trim()) ?? [];
  const carrier = protocols.find((name) => name.startsWith(KEY_PROTOCOL));
  return carrier && `Bearer ${Buffer.from(carrier.slice(KEY_PROTOCOL.length), "base64url").toString()}`;
}

/** Returns the server's state as seen by one account. */
export function sharedForAccount(
  shared: Shared,
  { account, session, trace }: Pick<OwnShared, "account" | "session" | "trace">,
): OwnShared {
  const { owner } = account;
  const own = { responses: shared.responses.of(owner), seal: shared.seal.of(owner) };
  return { ...shared, ...own, account, session, trace };
}

/** Returns the client's name for its session: Codex sends it as a header. Null if there is none. */
export function sessionOf(header: string | string[] | undefined): string | null {
  return typeof header === "string" && header !== "" ? header.slice(0, LONGEST_SESSION) : null;
}
