import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** Returns a path in a temporary folder, which is deleted when the calling test ends. */
export function storeFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "flint-store-"));
  // A file-level hook would not do: test files in the same process load this module once, so it would run after the
  // first file.
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "responses.db");
}
