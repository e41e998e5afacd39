import { connect, type Socket } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { initializeSession } from "@flint/client";
import { ANSWERS, ask } from "../answer/index.ts";
import type { FireContext, Ledger, Phase } from "../phase/index.ts";
import { ServerProcess } from "../server/index.ts";

/** File descriptors that the server may open; {@link FLOOD} connections compete for them. */
const LIMIT = 256;
const FLOOD = 400;
const TURNS = 5;
/** Polls, 50 ms apart, for the flood to arrive and later to be over. */
const ATTEMPTS = 200;

export const descriptors: Phase = {
  name: "descriptors",
  description:
    "connections use up all file descriptors: open sessions continue, and new ones are served afterwards",
  run,
};

async function run(context: FireContext, ledger: Ledger): Promise<void> {
  const { folder, secrets, counts, signal, report } = context;
  await using server = await ServerProcess.start({
    ...{ folder, secrets, tokensPerSecond: 1_000 },
    before: `ulimit -n ${LIMIT}`,
  });
  await using session = await initializeSession({ url: server.url, warmUp: false });
  const turns = async () => {
    for (let turn = 0; turn < TURNS; turn++) {
      await session.respond({ input: ask("short", secrets.canary) }).then(
        ({ text }) => ledger.recordAnswer(ANSWERS.short, text),
        (cause) => ledger.recordBroken(`a session failed during a flood of connections: ${cause}`),
      );
    }
  };
  for (let round = 1; round <= counts.descriptorFloods && !signal.aborted; round++) {
    report(`${round} of ${counts.descriptorFloods}`);
    const sockets = Array.from({ length: FLOOD }, () => flood(server.port));
    if (!(await untilExhausted(server)))
      ledger.recordBroken(`${FLOOD} connections did not use up ${LIMIT} descriptors`);
    await turns();
    ledger.recordFault("file descriptors exhausted");
    for (const socket of sockets) socket.destroy();
    await requireServedAgain(server, ledger);
    await turns();
  }
  ledger.recordCrashes(server.crashes);
}

function flood(port: number): Socket {
  return connect(port, "127.0.0.1").on("error", () => undefined);
}

/** Waits until the server has accepted enough connections to use up its descriptors; false if it never does. */
async function untilExhausted(server: ServerProcess): Promise<boolean> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    if (server.resources().descriptors >= LIMIT - 2) return true;
    await pause(50);
  }
  return false;
}

async function requireServedAgain(server: ServerProcess, ledger: Ledger): Promise<void> {
  for (let attempt = 0; attempt < ATTEMPTS; attempt++) {
    const answer = await fetch(`${server.url}/models`).catch(() => null);
    await answer?.arrayBuffer();
    if (answer?.ok) return;
    await pause(50);
  }
  ledger.recordBroken("new connections are not served after a flood");
}
