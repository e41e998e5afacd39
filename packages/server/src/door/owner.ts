import { createHash } from "node:crypto";
import type { Owner } from "../store/index.ts";
import type { Shared } from "./shared.ts";

/** Whose a request is, told by the key that it carries, of which only a digest is kept; null for those without one. */
function ownerOf(authorization: string | undefined): Owner {
  const key = authorization?.replace(/^bearer\s+/i, "").trim() ?? "";
  return key === "" ? null : createHash("sha256").update(key).digest("base64url");
}

/** The server as the one who sends this header sees it. */
export function sharedWith(shared: Shared, authorization: string | undefined): Shared {
  const owner = ownerOf(authorization);
  if (owner === null) return shared;
  return { ...shared, responses: shared.responses.of(owner), seal: shared.seal.of(owner) };
}
