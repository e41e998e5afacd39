import { createHash } from "node:crypto";

/** Stands for a definition where it is remembered: requests may bring many megabytes of them, and each another one. */
export function digestOf(definition: string): string {
  return createHash("sha256").update(definition).digest("base64");
}
