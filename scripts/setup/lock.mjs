import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname } from "node:path";
import { setTimeout as delay } from "node:timers/promises";

const POLL_MS = 200;

/**
 * Runs a task while holding a lock file: concurrent commands must not install or build at the same time. Takes over
 * the lock of a process that no longer exists.
 * @template T
 * @param {string} file
 * @param {() => Promise<T>} run
 * @returns {Promise<T>}
 */
export async function withLock(file, run) {
  mkdirSync(dirname(file), { recursive: true });
  let waiting = false;
  while (!tryLock(file)) {
    const owner = readOwner(file);
    if (owner !== undefined && !isAlive(owner)) {
      removeStaleLock(file, owner);
      continue;
    }
    if (!waiting)
      process.stderr.write(`Waiting for another Flint command to finish its set-up (process ${owner})…\n`);
    waiting = true;
    await delay(POLL_MS);
  }
  const release = () => rmSync(file, { force: true });
  process.on("exit", release);
  try {
    return await run();
  } finally {
    process.off("exit", release);
    release();
  }
}

function tryLock(file) {
  // A hard link appears together with its content, so no process can read a lock file without its owner.
  const claim = `${file}.${process.pid}`;
  writeFileSync(claim, String(process.pid));
  try {
    linkSync(claim, file);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(claim, { force: true });
  }
}

function readOwner(file) {
  try {
    return Number(readFileSync(file, "utf8"));
  } catch (error) {
    if (error.code === "ENOENT") return undefined;
    throw error;
  }
}

function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}

/** Removes a dead owner's lock, unless a third process has already taken it over. */
function removeStaleLock(file, owner) {
  const aside = `${file}.dead.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch (error) {
    if (error.code === "ENOENT") return;
    throw error;
  }
  if (readOwner(aside) !== owner) renameSync(aside, file);
  else rmSync(aside);
}
