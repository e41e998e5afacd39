import { setTimeout as pause } from "node:timers/promises";
import type { FireContext, Ledger, Phase } from "../phase/index.ts";
import { generous, ServerProcess } from "../server/index.ts";
import { type Confirmed, Conversation, verify } from "./conversation.ts";

const HOUR = 3_600_000;
/** Jumps in milliseconds. None lasts longer than a response is stored (30 days). */
const JUMPS = [HOUR, -2 * HOUR, 24 * HOUR, -48 * HOUR, 7 * 24 * HOUR, 500, -1_500];
const CHAINS = 6;

export const clockJumps: Phase = {
  name: "clock-jumps",
  description: "the server's clock jumps forward and back while answers run and chains continue",
  run,
};

async function run(context: FireContext, ledger: Ledger): Promise<void> {
  const { folder, secrets, random, counts, signal, report } = context;
  const { file, key } = await secrets.key(folder);
  await using server = await ServerProcess.start({
    ...{ folder, secrets, tokensPerSecond: 500 },
    flags: ["--keys", file, ...generous],
  });
  const { url } = server;
  const endsChain = (code: string) => {
    ledger.recordBroken(`a turn failed during a clock jump: ${code}`);
    return true;
  };
  const options = { url, key, ledger, context, endsChain };
  const conversations = Array.from(
    { length: CHAINS },
    (_, at) => new Conversation(options, at % 2 === 0 ? "http" : "websocket"),
  );
  const over = new AbortController();
  const running = Promise.all(conversations.map((one) => one.run(over.signal)));
  let sum = 0;
  try {
    for (let round = 1; round <= counts.clockJumps && !signal.aborted; round++) {
      report(`${round} of ${counts.clockJumps}`);
      await pause(random.between(50, 400));
      const jump = random.pick(JUMPS.filter((by) => Math.abs(sum + by) < 14 * 24 * HOUR));
      sum += jump;
      await server.shiftClock(jump);
      ledger.recordFault(jump > 0 ? "clock jumped ahead" : "clock jumped back");
      const all: Confirmed[] = conversations.flatMap((one) => one.confirmed);
      await verify(all.slice(-CHAINS), options);
    }
  } finally {
    over.abort();
    await running;
  }
  ledger.recordCrashes(server.crashes);
}
