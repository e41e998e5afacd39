import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** Returns a path in a temporary folder that is removed when the calling test ends. */
export function storeFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "flint-store-"));
  // Not `afterAll`: files that share a process load this module once, and it would run only after the first file.
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "responses.db");
}
