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

test("a folder is created with its parents, and an existing one is left alone", () => {
  const path = join(folder, "a", "b");
  expect(makeFolder(path, 0o700)).toEqual([join(folder, "a"), path]);
  expect(statSync(path).mode & 0o777).toBe(0o700);
  expect(makeFolder(path)).toEqual([]);
});

test("a file or a broken link is refused as a folder", () => {
  writeFileSync(join(folder, "file"), "");
  symlinkSync(join(folder, "gone"), join(folder, "link"));
  expect(() => makeFolder(join(folder, "file"))).toThrow("EEXIST");
  expect(() => makeFolder(join(folder, "link"))).toThrow("EEXIST");
  expect(() => makeFolder(join(folder, "file", "a", "b"))).toThrow("ENOTDIR");
});

test.runIf(process.platform === "linux")(
  "a folder that the system does not allow is reported as missing",
  () => {
    expect(() => makeFolder("/proc/flint/a/b")).toThrow("ENOENT");
  },
);

test("probing a folder leaves nothing behind", () => {
  probeFolder(join(folder, "a", "b"));
  expect(readdirSync(folder)).toEqual([]);
  probeFolder(folder);
  expect(readdirSync(folder)).toEqual([]);
});
