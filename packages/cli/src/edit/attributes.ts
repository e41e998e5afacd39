import { execFile } from "node:child_process";

/** Timeout of `cp` in milliseconds; it normally takes a few. */
const PATIENCE_MS = 2_000;

/**
 * Copies a file's extended attributes and access control list to another file, as far as possible. Uses GNU `cp`, as
 * Node has no API for this; with another `cp` or none, only owner and mode are kept.
 */
export function copyAttributes(from: string, to: string): Promise<void> {
  if (process.platform !== "linux") return Promise.resolve();
  return new Promise((resolve) => {
    const args = ["--attributes-only", "--preserve=all", "--", from, to];
    execFile("cp", args, { timeout: PATIENCE_MS }, () => resolve());
  });
}
