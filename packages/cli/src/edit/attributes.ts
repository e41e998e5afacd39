import { execFile } from "node:child_process";

/** Milliseconds in which `cp`, which takes a few, has to have ended: an edit does not wait for one that hangs. */
const PATIENCE_MS = 2_000;

/**
 * Gives a file the extended attributes and the access control list of another one, as far as they can be had: Node has no
 * means for that, and the `cp` of GNU has. Where there is another `cp`, or none, the file has its owner and its mode.
 */
export function copyAttributes(from: string, to: string): Promise<void> {
  if (process.platform !== "linux") return Promise.resolve();
  return new Promise((resolve) => {
    const args = ["--attributes-only", "--preserve=all", "--", from, to];
    execFile("cp", args, { timeout: PATIENCE_MS }, () => resolve());
  });
}
