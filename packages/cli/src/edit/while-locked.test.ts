import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdirSync, readdirSync, rmSync } from "node:fs";
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

test("every file has a lock during the work, and none afterwards", async () => {
  const { folder, files } = await folderOf("b.js", "a.js");
  expect(await locksOf(folder, files)).toHaveLength(2);
  expect(await readdir(folder)).toEqual([]);
  const failed = whileLocked(files, () => {
    throw new Error("it did not work");
  });
  await expect(failed).rejects.toThrow("it did not work");
  expect(await readdir(folder)).toEqual([]);
});

test("the work succeeds even if its lock cannot be removed", async () => {
  const { folder, files } = await folderOf("a.js");
  const work = () => {
    for (const lock of readdirSync(folder)) {
      rmSync(join(folder, lock));
      mkdirSync(join(folder, lock));
    }
  };
  await expect(whileLocked(files, work)).resolves.toBeUndefined();
});

/** A lock as another process would have it: `machine` and `begun` as they are of this one where they are left out. */
function lockOf(
  folder: string,
  lock: string,
  pid: number,
  others: { machine?: string; begun?: string } = {},
) {
  const [start, , hash, machine, , begun, id] = lock.split("-");
  const parts = [start, "lock", hash, others.machine ?? machine, pid, others.begun ?? begun, id];
  return join(folder, parts.join("-"));
}

test("the lock of a killed process is removed", async () => {
  const { folder, files } = await folderOf("a.js");
  const [lock = ""] = await locksOf(folder, files);
  const killed = spawn(process.execPath, ["-e", "setInterval(() => {}, 1000)"]);
  killed.kill("SIGKILL");
  await once(killed, "exit");
  await writeFile(lockOf(folder, lock, killed.pid ?? 0), "");
  expect(await locksOf(folder, files)).toHaveLength(1);
  expect(await readdir(folder)).toEqual([]);
});

test("the lock of another machine is removed once it is old", async () => {
  const { folder, files } = await folderOf("a.js");
  const [lock = ""] = await locksOf(folder, files);
  const other = lockOf(folder, lock, process.pid, { machine: "0000cafe" });
  await writeFile(other, "");
  await utimes(other, 0, 0);
  expect(await locksOf(folder, files)).toHaveLength(1);
  expect(await readdir(folder)).toEqual([]);
});

test("every lock has its own name, even for the same file in the same process", async () => {
  const { folder, files } = await folderOf("a.js");
  const locks = await Promise.all([1, 2, 3].map(() => locksOf(folder, files)));
  expect(locks.map(({ length }) => length)).toEqual([1, 1, 1]);
  expect(new Set(locks.flat()).size).toBe(3);
});

test("a lock that is held too long is reported and kept, however old it looks", async () => {
  const { folder, files } = await folderOf("a.js");
  const [lock = ""] = await locksOf(folder, files);
  await writeFile(join(folder, lock), "");
  if (process.platform === "linux") await utimes(join(folder, lock), 0, 0);
  await expect(locksOf(folder, files)).rejects.toMatchObject({
    code: "file_changed",
    message: "a.js is being written by another process, so it was not changed; edit it again",
  });
  expect(await readdir(folder)).toEqual([lock]);
});
