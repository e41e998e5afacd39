import { createHash } from "node:crypto";
import type { IncomingMessage } from "node:http";
import type { Owner } from "../store/index.ts";
import type { Shared } from "./shared.ts";

/** Whose a request is, told by the key that it carries, of which only a digest is kept; null for those without one. */
function ownerOf(authorization: string | undefined): Owner {
  const key = authorization?.replace(/^bearer\s+/i, "").trim() ?? "";
  return key === "" ? null : createHash("sha256").update(key).digest("base64url");
}

/** By which a browser, whose WebSockets send no headers, names the key that it would send: in base64url. */
const KEY_PROTOCOL = "flint.key.";
/** The subprotocol that is agreed to. The key's own never is, so that it does not come back. */
export const AGREED_PROTOCOL = "flint";

/** The `authorization` header of an upgrade, or what its subprotocols say instead. */
export function authorizationOf({ headers }: IncomingMessage): string | undefined {
  if (headers.authorization !== undefined) return headers.authorization;
  const protocols = headers["sec-websocket-protocol"]?.split(",").map((name) => name.trim()) ?? [];
  const carrier = protocols.find((name) => name.startsWith(KEY_PROTOCOL));
  return carrier && `Bearer ${Buffer.from(carrier.slice(KEY_PROTOCOL.length), "base64url").toString()}`;
}

/** The server as the one who sends this header sees it. */
export function sharedWith(shared: Shared, authorization: string | undefined): Shared {
  const owner = ownerOf(authorization);
  if (owner === null) return shared;
  return { ...shared, responses: shared.responses.of(owner), seal: shared.seal.of(owner) };
}
