import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { initializeSession } from "@flint/client";
import { CODE } from "../answer/index.ts";
import type { FireContext, Ledger } from "../phase/index.ts";
import { ServerProcess } from "../server/index.ts";

/** Milliseconds between two turns: most of the CPU is left to the load. */
const PAUSE = 2_000;

/**
 * Runs edits on the embedded model beside the load, on a separate server. The same edit must return the same answer.
 */
export async function embeddedTurns(context: FireContext, ledger: Ledger, over: AbortSignal): Promise<void> {
  const folder = join(context.folder, "embedded");
  mkdirSync(folder);
  await using server = await ServerProcess.start({ folder, secrets: context.secrets });
  await using session = await initializeSession({ url: server.url, warmUp: false });
  const edit = async () => {
    const { answer } = await session.edit({
      code: CODE,
      instruction: "use const instead of var",
      mode: "whole",
    });
    return answer;
  };
  const first = await edit();
  let turns = 1;
  while (!over.aborted) {
    await edit().then(
      (answer) => ledger.recordAnswer(first, answer),
      (cause) => ledger.recordBroken(`an edit by the embedded model failed: ${cause}`),
    );
    turns++;
    await pause(PAUSE, undefined, { signal: over }).catch(() => undefined);
  }
  ledger.recordFigure("edits by the embedded model meanwhile", turns);
  ledger.recordCrashes(server.crashes);
}
