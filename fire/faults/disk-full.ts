import { spawnSync } from "node:child_process";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { ANSWERS, ask } from "../answer/index.ts";
import type { FireContext, Ledger, Phase } from "../phase/index.ts";
import { ServerProcess } from "../server/index.ts";
import { type Confirmed, verify } from "./conversation.ts";

const BLOCK = 512;
const MIB = 1024 * 1024;
/** Bytes of the disk. {@link BALLAST} fills part of it until it is deleted. */
const SIZE = 6 * MIB;
const BALLAST = 3 * MIB;
/** Characters of one turn's input: a few turns fill the disk. */
const LARGE = 100_000;
const MOST_TURNS = 500;
const TURNS_WHILE_FULL = 10;

export const diskFull: Phase = {
  name: "disk-full",
  description: "the store's disk is full: answers continue, stored ones stay intact, and storing resumes",
  run,
};

async function run(context: FireContext, ledger: Ledger): Promise<void> {
  const { counts, signal, report, folder } = context;
  const isDisk =
    spawnSync("unshare", ["--mount", "sh", "-c", `mount -t tmpfs tmpfs '${folder}'`]).status === 0;
  if (!isDisk) {
    ledger.skipped.push(
      "a full disk (a small tmpfs): this account may not mount; a file-size limit was used instead",
    );
  }
  for (let round = 1; round <= counts.diskFills && !signal.aborted; round++) {
    report(`${round} of ${counts.diskFills}`);
    await fill({ ...context, folder: join(folder, String(round)) }, ledger, isDisk);
    ledger.recordFault(isDisk ? "disk full" : "file-size limit reached");
  }
}

async function fill(context: FireContext, ledger: Ledger, isDisk: boolean): Promise<void> {
  const { folder, secrets, signal } = context;
  const disk = join(folder, "disk");
  mkdirSync(disk, { recursive: true });
  const mount = `mount -t tmpfs -o size=${SIZE} tmpfs '${disk}' && head -c ${BALLAST} /dev/zero > '${disk}/ballast'`;
  await using server = await ServerProcess.start({
    ...{ folder, secrets, tokensPerSecond: null, ownMounts: isDisk },
    flags: ["--store", `disk:${join(disk, "responses.db")}`],
    before: isDisk ? mount : `ulimit -f ${BALLAST / BLOCK}`,
  });
  const { url } = server;
  const input = `${"x".repeat(LARGE)} ${ask("short", secrets.canary)}`;
  const stored: Confirmed[] = [];
  let isFull = false;
  for (let turn = 0; turn < MOST_TURNS && !isFull && !signal.aborted; turn++) {
    const id = await answer(url, input, ledger);
    const kept = id !== null && (await fetch(`${url}/responses/${id}`)).ok;
    if (id !== null && kept) stored.push({ id, previousId: null });
    else isFull = true;
  }
  if (signal.aborted) return;
  if (stored.length === 0) ledger.recordBroken("nothing was stored before the disk was full");
  if (!isFull) ledger.recordBroken(`${MOST_TURNS} large responses did not fill a disk of ${BALLAST} bytes`);
  for (let turn = 0; turn < TURNS_WHILE_FULL; turn++) await answer(url, input, ledger);
  await verify(stored, { url, ledger });
  if (!server.logText().includes("could not be stored"))
    ledger.recordBroken("the log does not say that the disk is full");
  if (isDisk) {
    rmSync(`/proc/${server.pid}/root${disk}/ballast`);
  } else {
    await server.stop();
    await server.start({ without: true });
  }
  const id = await answer(url, ask("short", secrets.canary), ledger);
  if (id === null || !(await fetch(`${url}/responses/${id}`)).ok) {
    ledger.recordBroken("nothing is stored although there is room again");
  }
  await verify(stored, { url, ledger });
  ledger.recordCrashes(server.crashes);
}

/** Runs one turn and returns the response's id; null if the turn failed. */
async function answer(url: string, input: string, ledger: Ledger): Promise<string | null> {
  const answer = await fetch(`${url}/responses`, {
    method: "POST",
    body: JSON.stringify({ input, store: true }),
  });
  const response = await answer.json();
  if (!answer.ok || response.status !== "completed") {
    ledger.recordBroken(
      `no answer on a full disk: ${answer.status} ${response.error?.code ?? response.status}`,
    );
    return null;
  }
  ledger.recordAnswer(ANSWERS.short, response.output[0].content[0].text);
  return response.id;
}
