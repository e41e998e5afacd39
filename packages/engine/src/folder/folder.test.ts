import { mkdtempSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeFolder } from "./index.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "flint-folder-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a folder is made with those above it, also by several at once", async () => {
  const path = join(folder, "a", "b", "c");
  await Promise.all([makeFolder(path, 0o700), makeFolder(path, 0o700), makeFolder(join(folder, "a", "d"))]);
  expect(statSync(path).mode & 0o777).toBe(0o700);
  await makeFolder(path);
});

test("what is no folder is not taken for one", async () => {
  writeFileSync(join(folder, "file"), "");
  symlinkSync(join(folder, "gone"), join(folder, "link"));
  await expect(makeFolder(join(folder, "file"))).rejects.toThrow("EEXIST");
  await expect(makeFolder(join(folder, "link"))).rejects.toThrow("EEXIST");
  await expect(makeFolder(join(folder, "link", "a"))).rejects.toThrow("EEXIST");
  await expect(makeFolder(join(folder, "file", "a", "b"))).rejects.toThrow("ENOTDIR");
});

test.runIf(process.platform === "linux")("where the system takes no folders, that is said", async () => {
  await expect(makeFolder("/proc/flint/a/b")).rejects.toThrow("ENOENT");
});
