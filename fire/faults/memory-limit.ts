import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { FlintError, initializeSession } from "@flint/client";
import { CODE } from "../answer/index.ts";
import type { FireContext, Ledger, Phase } from "../phase/index.ts";
import { ServerProcess } from "../server/index.ts";

/** Characters of a prompt that needs memory just to be read; with enough memory it is refused for its length. */
const LARGE = 2_000_000;
/** Turns without free memory; every other one has a large prompt. */
const TURNS = 12;
const AT_ONCE = 4;

export const memoryLimit: Phase = {
  name: "memory-limit",
  description:
    "the engine's process gets no more memory: turns are answered or report it, and the next engine works",
  run,
};

async function run(context: FireContext, ledger: Ledger): Promise<void> {
  const { folder, secrets, counts, signal, report } = context;
  if (counts.memoryLimits === 0) return;
  if (spawnSync("prlimit", ["--version"]).error !== undefined) {
    ledger.skipped.push("memory limit on the engine: this machine has no `prlimit`");
    return;
  }
  await using server = await ServerProcess.start({ folder, secrets });
  await using session = await initializeSession({ url: server.url, warmUp: false });
  const edit = (code: string) =>
    session.edit({ code, instruction: "use const instead of var", mode: "whole" });
  const { answer: calm } = await edit(CODE);
  let deaths = 0;
  for (let round = 1; round <= counts.memoryLimits && !signal.aborted; round++) {
    report(`${round} of ${counts.memoryLimits}`);
    const pid = server.enginePid();
    if (pid === null) {
      ledger.recordBroken("the engine has no process");
      return;
    }
    const { status, stderr } = spawnSync("prlimit", ["--pid", String(pid), `--as=${sizeOf(pid)}`]);
    if (status !== 0) {
      ledger.skipped.push(`memory limit on the engine: prlimit is refused here: ${String(stderr).trim()}`);
      break;
    }
    ledger.recordFault("memory limit on the engine");
    const one = async () => {
      for (let turn = 0; turn < TURNS / AT_ONCE; turn++) {
        try {
          if (turn % 2 === 0) await session.respond({ input: "word ".repeat(LARGE / 5) });
          else await edit(CODE.repeat(3));
          ledger.turns++;
        } catch (cause) {
          const isTold = cause instanceof FlintError && /^(response|request)_failed$/.test(cause.code);
          if (isTold) ledger.recordReported(cause.serverCode ?? cause.code);
          else ledger.recordBroken(`a turn failed with the wrong error without memory: ${cause}`);
        }
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, one));
    const now = server.enginePid();
    if (now !== pid) deaths++;
    if (now === pid) process.kill(pid, "SIGKILL");
    // The first turn may still fail because the previous engine process is exiting.
    const { answer } = await edit(CODE).then(
      (it) => it,
      () => edit(CODE),
    );
    ledger.recordAnswer(calm, answer);
  }
  ledger.recordFigure("engines that ran out of memory", deaths);
  ledger.recordCrashes(server.crashes);
}

/** Returns the size of the process's address space in bytes. */
function sizeOf(pid: number): number {
  return Number(readFileSync(`/proc/${pid}/statm`, "utf8").split(" ")[0]) * 4096;
}
