import { spawn } from "node:child_process";
import { once } from "node:events";
import { readdirSync } from "node:fs";
import { mkdtemp, readdir, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { whileLocked } from "./while-locked.ts";

async function folderOf(...names: string[]) {
  const folder = await mkdtemp(join(tmpdir(), "flint-lock-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const files = names.map((name) => ({ name, path: join(folder, name) }));
  return { folder, files };
}

/** The lock's name, seen while it is there. */
async function locksOf(folder: string, files: readonly { name: string; path: string }[]): Promise<string[]> {
  let seen: string[] = [];
  await whileLocked(files, () => {
    seen = readdirSync(folder);
  });
  return seen;
}

test("every file has a lock while the work is done, and none afterwards", async () => {
  const { folder, files } = await folderOf("b.js", "a.js");
  expect(await locksOf(folder, files)).toHaveLength(2);
  expect(await readdir(folder)).toEqual([]);
  const failed = whileLocked(files, () => {
    throw new Error("it did not work");
  });
  await expect(failed).rejects.toThrow("it did not work");
  expect(await readdir(folder)).toEqual([]);
});

test("the lock of a process that was killed is taken away", async () => {
  const { folder, files } = await folderOf("a.js");
  const [lock = ""] = await locksOf(folder, files);
  const killed = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  killed.kill("SIGKILL");
  await once(killed, "exit");
  await writeFile(join(folder, lock), String(killed.pid));
  expect(await locksOf(folder, files)).toEqual([lock]);
  expect(await readdir(folder)).toEqual([]);
});

test("a lock that is old is taken away, whosever number it has", async () => {
  const { folder, files } = await folderOf("a.js");
  const [lock = ""] = await locksOf(folder, files);
  await writeFile(join(folder, lock), String(process.pid));
  await utimes(join(folder, lock), 0, 0);
  expect(await locksOf(folder, files)).toEqual([lock]);
});

test("whoever has the lock for too long is told of, and keeps it", async () => {
  const { folder, files } = await folderOf("a.js");
  const [lock = ""] = await locksOf(folder, files);
  await writeFile(join(folder, lock), String(process.pid));
  await expect(locksOf(folder, files)).rejects.toMatchObject({
    code: "file_changed",
    message: "a.js is being written by another process, so it was not changed; edit it again",
  });
  expect(await readdir(folder)).toEqual([lock]);
});
