import { readFile as bytesOf, chmod, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { type ReadFile, readSource } from "./source-file.ts";

const readFile: ReadFile = (path) => bytesOf(path);
let folder = "";

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "flint-source-"));
});

afterEach(async () => {
  await chmod(folder, 0o700);
  await rm(folder, { recursive: true });
});

test("a file is read unchanged, byte order mark included", async () => {
  const path = join(folder, "a.js");
  await writeFile(path, "\uFEFFlet a = 'é';\r\n");
  expect(await readSource(path, readFile, 100)).toBe("\uFEFFlet a = 'é';\r\n");
});

test("a missing file and a folder are refused with different messages", async () => {
  await expect(readSource(join(folder, "none.js"), readFile, 100)).rejects.toMatchObject({
    code: "file_unreadable",
    message: expect.stringContaining("there is no such file"),
  });
  await expect(readSource(folder, readFile, 100)).rejects.toMatchObject({
    code: "file_unreadable",
    message: expect.stringContaining("it is a folder"),
  });
});

test.each([
  ["a zero byte", Buffer.from([0x61, 0, 0x62])],
  ["bytes that are no UTF-8", Buffer.from([0x61, 0xff, 0x62])],
])("a file with %s is refused as binary", async (_, bytes) => {
  const path = join(folder, "a.bin");
  await writeFile(path, bytes);
  await expect(readSource(path, readFile, 100)).rejects.toMatchObject({ code: "file_binary" });
});

test("a file over the limit is refused with the number of excess bytes", async () => {
  const path = join(folder, "a.js");
  await writeFile(path, "x".repeat(120));
  await expect(readSource(path, readFile, 100)).rejects.toMatchObject({
    code: "file_too_large",
    message: expect.stringContaining("20 more"),
  });
});

test("without a file system, a path is refused with the advice to pass the text as code", async () => {
  await expect(readSource("a.js", undefined, 100)).rejects.toMatchObject({
    code: "file_unreadable",
    message: expect.stringContaining("pass its text as code"),
  });
});
