import { createHash } from "node:crypto";

const VERSION = "flint1";

/**
 * A summary as a `compaction` item carries it. It is opaque, not secret: whoever holds the item holds the conversation.
 * The digest tells a changed or shortened one.
 */
export function sealSummary(summary: string): string {
  const body = Buffer.from(summary, "utf8").toString("base64url");
  return `${VERSION}.${digestOf(body)}.${body}`;
}

/** The summary, or null for what {@link sealSummary} has not made. */
export function openSummary(content: string): string | null {
  const [version, digest, body, ...rest] = content.split(".");
  if (version !== VERSION || body === undefined || rest.length > 0) return null;
  return digestOf(body) === digest ? Buffer.from(body, "base64url").toString("utf8") : null;
}

function digestOf(body: string): string {
  return createHash("sha256").update(body).digest("base64url").slice(0, 16);
}
