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

test("a folder is created with its parents and mode, even by several calls at once", async () => {
  const path = join(folder, "a", "b", "c");
  await Promise.all([makeFolder(path, 0o700), makeFolder(path, 0o700), makeFolder(join(folder, "a", "d"))]);
  expect(statSync(path).mode & 0o777).toBe(0o700);
  await makeFolder(path);
});

test("a file or a broken link in the path is rejected", async () => {
  writeFileSync(join(folder, "file"), "");
  symlinkSync(join(folder, "gone"), join(folder, "link"));
  await expect(makeFolder(join(folder, "file"))).rejects.toThrow("EEXIST");
  await expect(makeFolder(join(folder, "link"))).rejects.toThrow("EEXIST");
  await expect(makeFolder(join(folder, "link", "a"))).rejects.toThrow("EEXIST");
  await expect(makeFolder(join(folder, "file", "a", "b"))).rejects.toThrow("ENOTDIR");
});

test.runIf(process.platform === "linux")(
  "a folder that the system refuses to create is rejected with ENOENT",
  async () => {
    await expect(makeFolder("/proc/flint/a/b")).rejects.toThrow("ENOENT");
  },
);
