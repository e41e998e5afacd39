import { execFileSync } from "node:child_process";
import { mkdtemp, rm, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { readSource } from "../edit/index.ts";
import { nodePlatform } from "./index.ts";

async function folder(): Promise<string> {
  const path = await mkdtemp(join(tmpdir(), "flint-read-"));
  onTestFinished(() => rm(path, { recursive: true, force: true }));
  return path;
}

const read = (path: string) => readSource(path, nodePlatform.readFile, 1_000);

test("a file is read; a folder and a missing file are refused with their reason", async () => {
  const path = await folder();
  await writeFile(join(path, "a.js"), "let a;\n");
  expect(await read(join(path, "a.js"))).toBe("let a;\n");
  await expect(read(path)).rejects.toMatchObject({ message: expect.stringContaining("it is a folder") });
  await expect(read(join(path, "b.js"))).rejects.toMatchObject({
    message: expect.stringContaining("no such file"),
  });
});

test("a file larger than memory is refused by its size, without being read", async () => {
  const path = join(await folder(), "a.js");
  await writeFile(path, "");
  await truncate(path, 2 ** 42);
  await expect(read(path)).rejects.toMatchObject({
    code: "file_too_large",
    message: expect.stringContaining(`${2 ** 42} bytes`),
  });
});

test.skipIf(process.platform === "win32")(
  "a pipe without a writer and an endless device are refused",
  async () => {
    const pipe = join(await folder(), "pipe");
    execFileSync("/bin/sh", ["-c", 'mkfifo "$0"', pipe]);
    for (const path of [pipe, "/dev/zero"]) {
      await expect(read(path)).rejects.toMatchObject({
        code: "file_unreadable",
        message: expect.stringContaining("not a regular file"),
      });
    }
  },
);
