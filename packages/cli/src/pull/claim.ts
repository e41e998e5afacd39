import { open, readFile, rm } from "node:fs/promises";
import { CliError, systemCode } from "../error/index.ts";

/**
 * Runs `work` as the only process that pulls into `target`. A claim left by a process that died is taken over.
 * @throws {CliError} `pull_running` when another process holds it.
 */
export async function withClaim<T>(target: string, work: () => Promise<T>): Promise<T> {
  const path = `${target}.lock`;
  await claim(path);
  try {
    return await work();
  } finally {
    await rm(path, { force: true });
  }
}

async function claim(path: string): Promise<void> {
  if (await create(path)) return;
  const holder = Number(await readFile(path, "utf8").catch(() => ""));
  if (isAlive(holder)) {
    throw new CliError("pull_running", `process ${holder} is pulling this model already; wait for it`);
  }
  await rm(path, { force: true });
  if (!(await create(path)))
    throw new CliError("pull_running", "another process has begun to pull this model; wait for it");
}

async function create(path: string): Promise<boolean> {
  try {
    const file = await open(path, "wx");
    await file.writeFile(String(process.pid));
    await file.close();
    return true;
  } catch (error) {
    if (systemCode(error) === "EEXIST") return false;
    throw error;
  }
}

function isAlive(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return systemCode(error) === "EPERM";
  }
}
