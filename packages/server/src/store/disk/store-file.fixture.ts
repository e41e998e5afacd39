import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** A path in a folder of its own, which goes with the test that asks for it. */
export function storeFile(): string {
  const folder = mkdtempSync(join(tmpdir(), "flint-store-"));
  // Not after the file's tests: files that share a process load this module once, so that it would be after the first's.
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return join(folder, "responses.db");
}
