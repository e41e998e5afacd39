import { FlintError, initializeSession, type Session } from "@flint/client";
import { CODE } from "../answer/index.ts";
import type { FireContext, Ledger, Phase } from "../phase/index.ts";
import { ServerProcess } from "../server/index.ts";

const KIND = "engine killed in mid-turn";
/** Turns in progress when the engine is killed. */
const AT_ONCE = 2;
const ATTEMPTS = 20;

export const engineKills: Phase = {
  name: "engine-kills",
  description:
    "the embedded engine's process is killed in mid-turn: the turn reports it, and the next one works",
  run,
};

async function run(context: FireContext, ledger: Ledger): Promise<void> {
  const { folder, secrets, counts, signal, report } = context;
  await using server = await ServerProcess.start({ folder, secrets });
  await using session = await initializeSession({ url: server.url, warmUp: false });
  const calm = await edit(session);
  for (let kill = 0, attempt = 0; kill < counts.engineKills && !signal.aborted; attempt++) {
    if (attempt > counts.engineKills * ATTEMPTS) {
      ledger.recordBroken("the engine could not be killed in mid-turn");
      break;
    }
    report(`${kill} of ${counts.engineKills}`);
    const pid = server.enginePid();
    const hit = await killDuringTurns(session, () => pid !== null && killProcess(pid), ledger);
    if (!hit) continue;
    kill++;
    ledger.recordFault(KIND);
    // Sampling is deterministic: the same edit must return the same answer.
    await edit(session).then(
      (text) => ledger.recordAnswer(calm, text),
      (cause) => ledger.recordBroken(`the turn after the engine was killed failed: ${cause}`),
    );
  }
  ledger.recordCrashes(server.crashes);
}

/** Runs turns and kills the engine at the first text. Returns whether the kill hit a turn in progress. */
async function killDuringTurns(session: Session, kill: () => boolean, ledger: Ledger): Promise<boolean> {
  let wasKilled = false;
  let failures = 0;
  const one = async () => {
    try {
      const turn = session.edit({
        code: CODE.repeat(3),
        instruction: "use const instead of var",
        mode: "whole",
      });
      for await (const event of turn) {
        if (event.type === "text" && !wasKilled) wasKilled = kill();
      }
      await turn;
    } catch (cause) {
      failures++;
      if (cause instanceof FlintError && cause.code === "response_failed")
        ledger.recordReported(cause.serverCode ?? cause.code);
      else ledger.recordBroken(`a turn failed with the wrong error after its engine was killed: ${cause}`);
    }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, one));
  return wasKilled && failures > 0;
}

async function edit(session: Session): Promise<string> {
  const { answer } = await session.edit({
    code: CODE,
    instruction: "use const instead of var",
    mode: "whole",
  });
  return answer;
}

function killProcess(pid: number): boolean {
  try {
    return process.kill(pid, "SIGKILL");
  } catch {
    return false;
  }
}
