import { spawnSync } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { RedisServer } from "../../packages/server/src/store/valkey/redis-server.fixture.ts";
import type { FireContext, Ledger, Phase } from "../phase/index.ts";
import { ServerProcess } from "../server/index.ts";
import { Conversation, waitForNextTurns } from "./conversation.ts";

const CHAINS = 6;
const PASSWORD_FLAGS = ["--appendonly", "yes", "--requirepass"];

export const storeKills: Phase = {
  name: "store-kills",
  description: "the shared Valkey is killed and restarted: no token is lost or duplicated",
  run,
};

async function run(context: FireContext, ledger: Ledger): Promise<void> {
  const { folder, secrets, random, counts, signal, report } = context;
  if (spawnSync("redis-server", ["--version"]).error !== undefined) {
    ledger.skipped.push("Valkey killed: this machine has neither Valkey nor Redis (`redis-server`)");
    return;
  }
  const password = secrets.add("the store's password", `${secrets.serverSecret}-store`);
  const redis = await RedisServer.start(...PASSWORD_FLAGS, password);
  const kill = () => redis.signal("SIGKILL");
  process.once("exit", kill);
  try {
    await using server = await ServerProcess.start({
      ...{ folder, secrets, tokensPerSecond: 500 },
      env: { FLINT_STORE: `valkey://127.0.0.1:${redis.port}/0?prefix=fire`, FLINT_STORE_PASSWORD: password },
    });
    // Responses that ended while the store was down are reported as not found.
    const endsChain = (code: string) => code === "previous_response_not_found";
    const options = { url: server.url, ledger, context, endsChain };
    const conversations = Array.from(
      { length: CHAINS },
      (_, at) => new Conversation(options, at % 2 === 0 ? "http" : "websocket"),
    );
    const over = new AbortController();
    const running = Promise.all(conversations.map((one) => one.run(over.signal)));
    try {
      for (let round = 1; round <= counts.storeKills && !signal.aborted; round++) {
        report(`${round} of ${counts.storeKills}`);
        await pause(random.between(200, 800));
        await redis.kill();
        ledger.recordFault("Valkey killed");
        await pause(random.between(100, 2_000));
        await redis.restart();
        await waitForNextTurns(conversations, { signal, ledger });
      }
    } finally {
      over.abort();
      await running;
    }
    ledger.recordCrashes(server.crashes);
  } finally {
    process.off("exit", kill);
    await redis.stop();
  }
}
