import { mkdtempSync, readdirSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { makeFolder, probeFolder } from "./index.ts";

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "flint-folder-"));
});
afterEach(() => rmSync(folder, { recursive: true }));

test("a folder is made with those above it, once", () => {
  const path = join(folder, "a", "b");
  expect(makeFolder(path, 0o700)).toEqual([join(folder, "a"), path]);
  expect(statSync(path).mode & 0o777).toBe(0o700);
  expect(makeFolder(path)).toEqual([]);
});

test("what is no folder is not taken for one", () => {
  writeFileSync(join(folder, "file"), "");
  symlinkSync(join(folder, "gone"), join(folder, "link"));
  expect(() => makeFolder(join(folder, "file"))).toThrow("EEXIST");
  expect(() => makeFolder(join(folder, "link"))).toThrow("EEXIST");
  expect(() => makeFolder(join(folder, "file", "a", "b"))).toThrow("ENOTDIR");
});

test.runIf(process.platform === "linux")("where the system takes no folders, that is said", () => {
  expect(() => makeFolder("/proc/flint/a/b")).toThrow("ENOENT");
});

test("a folder is tried without a trace", () => {
  probeFolder(join(folder, "a", "b"));
  expect(readdirSync(folder)).toEqual([]);
  probeFolder(folder);
  expect(readdirSync(folder)).toEqual([]);
});
