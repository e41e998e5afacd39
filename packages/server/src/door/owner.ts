import type { IncomingMessage } from "node:http";
import { LONGEST_SESSION } from "../usage/index.ts";
import type { OwnShared, Shared } from "./shared.ts";

/** By which a browser, whose WebSockets send no headers, names the key that it would send: in base64url. */
const KEY_PROTOCOL = "flint.key.";
const AGREED_PROTOCOL = "flint";

/** The subprotocol that is agreed to, of those offered. The key's own never is, so that it does not come back. */
export function agreedProtocol(offered: ReadonlySet<string>): string | false {
  if (offered.has(AGREED_PROTOCOL)) return AGREED_PROTOCOL;
  return [...offered].find((name) => !name.startsWith(KEY_PROTOCOL)) ?? false;
}

/** The `authorization` header of an upgrade, or what its subprotocols say instead. */
export function authorizationOf({ headers }: IncomingMessage): string | undefined {
  if (headers.authorization !== undefined) return headers.authorization;
  const protocols = headers["sec-websocket-protocol"]?.split(",").map((name) => name.trim()) ?? [];
  const carrier = protocols.find((name) => name.startsWith(KEY_PROTOCOL));
  return carrier && `Bearer ${Buffer.from(carrier.slice(KEY_PROTOCOL.length), "base64url").toString()}`;
}

/** The server as this account sees it. */
export function sharedWith(
  shared: Shared,
  { account, session, trace }: Pick<OwnShared, "account" | "session" | "trace">,
): OwnShared {
  const { owner } = account;
  const own = { responses: shared.responses.of(owner), seal: shared.seal.of(owner) };
  return { ...shared, ...own, account, session, trace };
}

/** What a client calls its session: Codex sends a header. */
export function sessionOf(header: string | string[] | undefined): string | null {
  return typeof header === "string" && header !== "" ? header.slice(0, LONGEST_SESSION) : null;
}
