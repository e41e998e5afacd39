import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { claimUsage } from "./claim-usage.ts";

/** A file of usage that another process has, until its stdin ends. */
async function held(): Promise<{ path: string; other: ChildProcess }> {
  const folder = await mkdtemp(join(tmpdir(), "flint-usage-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  const path = join(folder, "usage.json");
  const other = spawn(process.execPath, ["-e", "process.stdin.resume(); console.log()"]);
  onTestFinished(() => void other.kill());
  await once(other.stdout, "data");
  const stat = await readFile(`/proc/${other.pid}/stat`, "utf8").catch(() => ") S 0");
  await writeFile(`${path}.lock`, `${other.pid} ${stat.replace(/^.*\) /s, "").split(" ")[19]}`);
  return { path, other };
}

test("a usage file that another server uses is refused with the remedy", async () => {
  const { path, other } = await held();
  await expect(claimUsage(path, 0, () => undefined)).rejects.toMatchObject({
    code: "usage_in_use",
    message: `process ${other.pid} already uses ${path} for its usage: give each server its own file with --usage`,
  });
});

test("a server that is about to stop is waited for, and that is reported once", async () => {
  const { path, other } = await held();
  const told: string[] = [];
  const release = await claimUsage(path, 60_000, (line) => {
    told.push(line);
    other.stdin?.end();
  });
  expect(told).toEqual([expect.stringContaining("--usage")]);
  release();
  expect(await readdir(join(path, ".."))).toEqual([]);
});

test("a usage file that cannot be written is refused with the remedy", async () => {
  const { path } = await held();
  await writeFile(path, "");
  await expect(claimUsage(join(path, "usage.json"), 0, () => undefined)).rejects.toMatchObject({
    code: "usage_unwritable",
    message: expect.stringMatching(/^usage cannot be saved in .* with --usage$/),
  });
});

test.runIf(process.platform === "linux")(
  "a usage file in a folder that cannot be created is refused",
  async () => {
    await expect(claimUsage("/proc/flint/usage.json", 0, () => undefined)).rejects.toMatchObject({
      code: "usage_unwritable",
      message: expect.stringContaining("/proc/flint (ENOENT)"),
    });
  },
);
