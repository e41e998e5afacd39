import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { env } from "node:process";
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { RedisServer } from "../../packages/server/src/store/valkey/redis-server.fixture.ts";
import { type ChainClient, HttpClient, SdkClient, SocketClient, TurnFailed } from "./chains.fixture.ts";
import { GroupServer } from "./group-server.fixture.ts";
import { RoundRobin } from "./round-robin.fixture.ts";

/** `FLINT_GROUP_CHAINS=200 FLINT_GROUP_TURNS=10` makes it thorough. */
const CHAINS = Number(env.FLINT_GROUP_CHAINS ?? 6);
const TURNS = Number(env.FLINT_GROUP_TURNS ?? 3);
/** Chains at once. */
const WIDTH = Math.max(6, CHAINS / 4);
/** Restarts that there are at least: further chains go on until then. */
const RESTARTS = 3;
/** On a busy machine a server takes long to start. Milliseconds. */
const PATIENCE = 900_000 + CHAINS * TURNS * 2_000;
/** Attempts at one turn, each after a failure that its client was told of. */
const ATTEMPTS = 20;

const ANSWER = Array.from({ length: 40 }, (_, n) => `word${n}`).join(" ");
const CLIENTS = [HttpClient, SocketClient, SdkClient];

interface Tally {
  readonly ids: string[];
  readonly failures: Map<string, number>;
  chains: number;
  drained: number;
  killed: number;
}

test(
  "chains survive restarts in turn behind a balancer: no token is lost or doubled, and retries succeed",
  async () => {
    const folder = mkdtempSync(join(tmpdir(), "flint-group-"));
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
    const redis = await RedisServer.start();
    onTestFinished(() => redis.stop());
    const robin = await RoundRobin.open();
    onTestFinished(() => robin.close());
    const scenario = join(folder, "scenario.json");
    writeFileSync(
      scenario,
      JSON.stringify({ tokens_per_second: 120, turns: [{ steps: [{ text: ANSWER }] }] }),
    );
    const store = `valkey://127.0.0.1:${redis.port}/0?prefix=group&lease=3000`;
    const servers = [0, 1].map((place) => {
      const limits = ["--limit", "drainNotice=200ms", "--limit", "drain=5s", "--limit", "connections=1000"];
      return new GroupServer({
        robin,
        place,
        arguments: ["--engine", "script", "--scenario", scenario, ...limits],
        env: { FLINT_HOME: folder, FLINT_STORE: store, FLINT_USAGE: join(folder, `usage-${place}.json`) },
      });
    });
    onTestFinished(async () => void (await Promise.all(servers.map((server) => server.kill()))));
    await Promise.all(servers.map((server) => server.start()));

    const tally: Tally = { ids: [], failures: new Map(), chains: 0, drained: 0, killed: 0 };
    const over = new AbortController();
    const restarts = restartInTurn(servers, tally, over.signal);
    restarts.catch(() => over.abort());
    const lanes = Array.from({ length: Math.min(WIDTH, CHAINS) }, async () => {
      while (!over.signal.aborted && (tally.chains < CHAINS || tally.drained + tally.killed < RESTARTS)) {
        const Client = CLIENTS[tally.chains++ % CLIENTS.length] as (typeof CLIENTS)[number];
        await chain(new Client(robin.url), Client === SdkClient, robin.url, tally);
      }
    });
    await Promise.all(lanes).finally(() => over.abort());
    await restarts;

    // No turn was run twice: what is kept as completed is what the clients were answered.
    const kept = await completed(redis, robin.url);
    expect(new Set(kept)).toEqual(new Set(tally.ids));
    const told = [...tally.failures].map(([why, count]) => `${count} × ${why}`).join("; ") || "none";
    console.info(
      `${tally.chains} chains of ${TURNS} turns; ${tally.drained} servers drained, ${tally.killed} killed; failed turns: ${told}`,
    );
  },
  PATIENCE,
);

/** One conversation from its first turn to its last. */
async function chain(client: ChainClient, isSdk: boolean, url: string, tally: Tally): Promise<void> {
  const ids: string[] = [];
  const tokens: (number | undefined)[] = [];
  for (let turn = 0; turn < TURNS; turn++) {
    const answered = await persist(client, `question ${turn}`, ids.at(-1) ?? null, tally);
    expect(answered.text).toBe(ANSWER);
    ids.push(answered.id ?? "");
    tokens.push(answered.inputTokens);
  }
  await client.close();
  // Each turn has read the whole conversation, once: it grows by the same from turn to turn.
  const steps = tokens.slice(1).map((count, n) => (count ?? 0) - (tokens[n] ?? 0));
  expect(new Set(steps).size, `tokens read: ${tokens}`).toBe(1);
  expect(steps[0], `tokens read: ${tokens}`).toBeGreaterThan(0);
  if (isSdk) return;
  tally.ids.push(...ids);
  for (const [turn, id] of ids.entries()) {
    const response = await (await ask(`${url}/responses/${id}`)).json();
    expect(response).toMatchObject({ id, status: "completed", previous_response_id: ids[turn - 1] ?? null });
  }
}

/** Asks until it is answered. Each failure is one that the client was told of. */
async function persist(client: ChainClient, input: string, previousId: string | null, { failures }: Tally) {
  for (let attempt = 1; ; attempt++) {
    try {
      return await client.turn(input, previousId);
    } catch (cause) {
      if (!(cause instanceof TurnFailed) || attempt === ATTEMPTS) throw cause;
      failures.set(cause.message, (failures.get(cause.message) ?? 0) + 1);
    }
  }
}

/** Ends one server after the other and starts it again: some are stopped, some are killed. */
async function restartInTurn(servers: readonly GroupServer[], tally: Tally, over: AbortSignal) {
  for (let n = 0; !over.aborted; n++) {
    const server = servers[n % servers.length] as GroupServer;
    if (n % 3 === 1) {
      await server.kill();
      tally.killed++;
    } else {
      await server.drain();
      tally.drained++;
    }
    await server.start();
    await pause(200);
  }
}

async function completed(redis: RedisServer, url: string): Promise<string[]> {
  const ids = (await redis.command("zrange", "group:ages", "0", "-1")) as string[];
  const responses = await Promise.all(ids.map(async (id) => (await ask(`${url}/responses/${id}`)).json()));
  return responses.filter(({ status }) => status === "completed").map(({ id }) => id);
}

/** A plain request, again where its connection is cut. */
async function ask(url: string): Promise<Response> {
  for (;;) {
    const answer = await fetch(url).catch(() => null);
    if (answer !== null && answer.status < 500) return answer;
    await pause(20);
  }
}
