import { createHash } from "node:crypto";

/** Returns a short cache key for a definition: requests may contain megabytes of definitions, different each time. */
export function digestOf(definition: string): string {
  return createHash("sha256").update(definition).digest("base64");
}
