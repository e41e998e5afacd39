import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import type { FireContext, Ledger, Phase } from "../phase/index.ts";
import { generous, ServerProcess } from "../server/index.ts";
import { type Confirmed, Conversation, verify, waitForNextTurns } from "./conversation.ts";

const CHAINS = 12;
/** Latest responses of each chain before a kill that are verified while the chains go on. */
const RECENT = 6;
/** Randomly chosen older responses verified after each kill. */
const SAMPLE = 20;
/** Latest responses verified at the end; the store keeps more than these. */
const LAST = 5_000;
const KIND = "server killed in mid-write";

export const serverKills: Phase = {
  name: "server-kills",
  description:
    "the server is killed while it writes to disk: confirmed responses are complete, and their chains continue",
  run,
};

async function run(context: FireContext, ledger: Ledger): Promise<void> {
  const { folder, secrets, random, counts, signal, report } = context;
  const { file, key } = await secrets.key(folder);
  const store = join(folder, "responses.db");
  await using server = await ServerProcess.start({
    ...{ folder, secrets, tokensPerSecond: 1_000 },
    flags: ["--store", `disk:${store}`, "--keys", file, ...generous],
  });
  const { url } = server;
  // Confirmed responses must be stored, so "not found" is a fault.
  const endsChain = (code: string) => {
    if (code !== "previous_response_not_found") return false;
    ledger.recordBroken("a confirmed response could not be continued");
    return true;
  };
  const options = { url, key, ledger, context, endsChain };
  const conversations = Array.from(
    { length: CHAINS },
    (_, at) => new Conversation(options, at % 2 === 0 ? "http" : "websocket"),
  );
  const over = new AbortController();
  const running = Promise.all(conversations.map((one) => one.run(over.signal)));
  const verified = new Map<Conversation, number>();
  try {
    for (let round = 1; round <= counts.serverKills && !signal.aborted; round++) {
      report(`${round} of ${counts.serverKills}`);
      await waitForNextTurns(conversations, { signal, ledger });
      await pause(random.between(100, 600));
      const before = conversations.map((one) => one.confirmed.length);
      await server.kill();
      ledger.recordFault(KIND);
      await server.start();
      const recent: Confirmed[] = [];
      for (const [at, one] of conversations.entries()) {
        recent.push(...one.confirmed.slice(verified.get(one) ?? 0, before[at]).slice(-RECENT));
        verified.set(one, before[at] ?? 0);
      }
      const all = conversations.flatMap((one) => one.confirmed);
      const older = Array.from({ length: Math.min(SAMPLE, all.length) }, () => random.pick(all));
      await verify([...recent, ...older], options);
    }
    await waitForNextTurns(conversations, { signal, ledger });
  } finally {
    over.abort();
    await running;
  }
  const all = conversations.flatMap((one) => one.confirmed);
  await verify(all.slice(-LAST), options);
  ledger.recordFigure("responses confirmed across kills", all.length);
  ledger.recordCrashes(server.crashes);
}
