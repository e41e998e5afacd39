import { linkSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { setTimeout as delay } from "node:timers/promises";
import { CACHE } from "./paths.mjs";

const FILE = `${CACHE}setup.lock`;
const POLL_MS = 200;

/**
 * Runs a task while holding the repository's setup lock, so that two commands started at once do not install or
 * build over one another. A lock whose owner is gone is taken over.
 * @template T
 * @param {() => Promise<T>} run
 * @returns {Promise<T>}
 */
export async function withLock(run) {
  mkdirSync(CACHE, { recursive: true });
  let waiting = false;
  while (!take()) {
    const owner = readOwner();
    if (owner !== undefined && !isAlive(owner)) {
      evict(owner);
      continue;
    }
    if (!waiting)
      process.stderr.write(`Waiting for another Flint command to finish its set-up (process ${owner})…\n`);
    waiting = true;
    await delay(POLL_MS);
  }
  process.on("exit", release);
  try {
    return await run();
  } finally {
    process.off("exit", release);
    release();
  }
}

function take() {
  // A hard link appears with its content, so nobody reads a lock file that has no owner in it yet.
  const claim = `${FILE}.${process.pid}`;
  writeFileSync(claim, String(process.pid));
  try {
    linkSync(claim, FILE);
    return true;
  } catch (error) {
    if (error.code === "EEXIST") return false;
    throw error;
  } finally {
    rmSync(claim, { force: true });
  }
}

function release() {
  rmSync(FILE, { force: true });
}

function readOwner(file = FILE) {
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

/** Removes a dead owner's lock, unless a third command was quicker and the lock is that one's by now. */
function evict(owner) {
  const aside = `${FILE}.dead.${process.pid}`;
  try {
    renameSync(FILE, aside);
  } catch (error) {
    if (error.code === "ENOENT") return;
    throw error;
  }
  if (readOwner(aside) !== owner) renameSync(aside, FILE);
  else rmSync(aside);
}
