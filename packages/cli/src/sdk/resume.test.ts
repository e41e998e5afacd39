import { createScriptEngine, type Scenario } from "@flint/engine";
import { type FlintServer, type ServerLimits, startServer } from "@flint/server";
import { expect, onTestFinished, test, vi } from "vitest";

// Thousands of events, each held against its schema on the way.
vi.setConfig({ testTimeout: 120_000 });

import { initializeSession, type Session, type SessionLimits } from "../index.ts";
import { CuttingProxy, seededRandom } from "./cutting-proxy.fixture.ts";

/** Each word is another one, so that none is lost or doubled unseen. */
const WORDS = Array.from({ length: 2_000 }, (_, n) => `w${n.toString(36)} `);
const LONG = WORDS.join("");
const CODE = Array.from({ length: 200 }, (_, n) => `var value${n} = ${n};`).join("\n");
const EDITED = CODE.replaceAll(/var (\w*[05]) /g, "let $1 ");

const scenario: Scenario = {
  tokens_per_second: 4_000,
  burst: 1,
  turns: [
    { steps: [{ text: LONG }] },
    { when: { contains: "use let" }, steps: [{ text: EDITED }] },
    { when: { contains: "instead" }, steps: [{ text: "as you wish" }] },
    { when: { contains: "and then" }, steps: [{ text: "the end" }] },
  ],
};

async function serve(webSocket = true, limits: Partial<ServerLimits> = {}): Promise<FlintServer> {
  const engine = createScriptEngine({ scenario });
  const server = await startServer({ engine, webSocket, limits: { drain: 0, ...limits } });
  onTestFinished(async () => {
    await server.close();
    await engine.close();
  });
  return server;
}

async function through(server: FlintServer): Promise<CuttingProxy> {
  const proxy = await CuttingProxy.listen(server.port);
  onTestFinished(() => proxy.close());
  return proxy;
}

async function connect(url: string, limits: SessionLimits = {}): Promise<Session> {
  const session = await initializeSession({
    url,
    warmUp: false,
    limits: { backoff: [1, 5], reconnectAttempts: 100, resumes: 100, ...limits },
  });
  onTestFinished(() => session.close());
  return session;
}

async function untilText(turn: AsyncIterable<{ type: string }>): Promise<void> {
  for await (const event of turn) if (event.type === "text") return;
}

test.each([
  ["a WebSocket", true, 1],
  ["a WebSocket", true, 2],
  ["server-sent events", false, 3],
  ["server-sent events", false, 4],
])(
  "a long answer over %s (%j) arrives whole though its connection is cut fifty times (seed %i)",
  async (_, webSocket, seed) => {
    const server = await serve(webSocket);
    const uncut = await (await connect(server.url)).respond({ input: "go" });
    expect(uncut.text).toBe(LONG);

    const proxy = await through(server);
    const session = await connect(proxy.url);
    const turn = session.respond({ input: "go" });
    await untilText(turn);
    const random = seededRandom(seed);
    proxy.cut();
    proxy.cutAfter(Array.from({ length: 49 }, () => Math.floor(random() * 14_000)));
    let told = "";
    let texts = 0;
    const others = new Set<string>();
    for await (const event of turn) {
      if (event.type === "text") {
        told += event.text;
        texts++;
      } else others.add(event.type);
    }
    const result = await turn;
    expect(proxy.cuts).toBe(50);
    expect(Buffer.from(result.text).equals(Buffer.from(uncut.text))).toBe(true);
    expect(told).toBe(uncut.text);
    expect(texts).toBeGreaterThanOrEqual(2_000);
    expect(others).not.toContain("restart");
    expect(result.output).toMatchObject([{ type: "message", content: [{ text: LONG }] }]);

    const next = await session.respond({ input: "and then", previousResponseId: result.responseId });
    expect(next.text).toBe("the end");
  },
);

test("an edit whose connection is cut keeps its hunks and does not restart", async () => {
  const server = await serve();
  const uncut = await (await connect(server.url)).edit({ code: CODE, instruction: "use let" });
  const proxy = await through(server);
  const session = await connect(proxy.url);
  const turn = session.edit({ code: CODE, instruction: "use let" });
  const types: string[] = [];
  let hunks = 0;
  for await (const event of turn) {
    types.push(event.type);
    if (event.type === "hunk" && ++hunks % 10 === 5) proxy.cut();
  }
  const result = await turn;
  expect(proxy.cuts).toBeGreaterThan(1);
  expect(types).not.toContain("restart");
  expect(types.filter((type) => type === "hunk")).toHaveLength(uncut.hunks.length);
  expect(result.hunks).toEqual(uncut.hunks);
  expect(result.code).toBe(EDITED);
});

test("a steer sent while the connection is down is answered after it is back", async () => {
  const server = await serve();
  const proxy = await through(server);
  const session = await connect(proxy.url);
  const turn = session.respond({ input: "go" });
  await untilText(turn);
  proxy.cut();
  const steered = turn.steer("be brief instead");
  const types: string[] = [];
  for await (const event of turn) types.push(event.type);
  expect((await steered).milliseconds).toBeGreaterThan(0);
  expect(await turn).toMatchObject({ status: "completed", text: "as you wish" });
  expect(types.filter((type) => type === "restart")).toHaveLength(1);
});

/** What the server's log of the response ends with. */
async function endOf(server: FlintServer, id: string): Promise<string> {
  const log = await (await fetch(`${server.url}/responses/${id}?stream=true`)).text();
  return /"status":"(\w+)"[^\n]*$/.exec(log.trimEnd())?.[1] ?? log;
}

test.each([
  ["interrupted over a WebSocket that is down", true, "interrupt"],
  ["aborted over a WebSocket that is down", true, "abort"],
  ["interrupted over HTTP that is down", false, "interrupt"],
  ["interrupted over HTTP", false, "interrupt, uncut"],
  ["given up with its session", true, "close"],
])("the server stops an answer that was %s", async (_, webSocket, how) => {
  const server = await serve(webSocket);
  const proxy = await through(server);
  const session = await connect(proxy.url);
  const abort = new AbortController();
  const turn = session.respond({ input: "go", signal: abort.signal });
  await untilText(turn);
  const [id = ""] = /resp_\w+/.exec(proxy.transcript) ?? [];
  if (!how.includes("uncut") && how !== "close") proxy.cut();
  if (how === "close") await session.close();
  else if (how === "abort") abort.abort();
  else await turn.interrupt();
  await turn.result.catch(() => {});
  expect(await endOf(server, id)).toMatch(/incomplete|cancelled/);
});

test("connections are replaced before they are too old, and no turn restarts", async () => {
  const server = await serve(true, { connectionAge: 2_000 });
  const proxy = await through(server);
  const session = await connect(proxy.url, { connectionAge: 200 });
  const states: string[] = [];
  session.onConnectionChange(({ status }) => states.push(status));
  const turn = session.respond({ input: "go" });
  let chain = await session.respond({ input: "and then" });
  const types = new Set<string>();
  let pieces = 0;
  for await (const event of turn) {
    types.add(event.type);
    if (event.type === "text" && ++pieces % 100 === 0) {
      chain = await session.respond({ input: "and then", previousResponseId: chain.responseId });
      expect(chain.text).toBe("the end");
    }
  }
  expect(await turn).toMatchObject({ text: LONG, status: "completed" });
  expect(types).not.toContain("restart");
  expect(proxy.connections).toBeGreaterThan(3);
  expect(states).toEqual([]);
});

test("a server that closes connections sooner than expected loses no turn", async () => {
  const server = await serve(true, { connectionAge: 50 });
  const session = await connect(server.url);
  const turn = session.respond({ input: "go" });
  for (let n = 0; n < 10; n++) expect((await session.respond({ input: "and then" })).text).toBe("the end");
  expect(await turn).toMatchObject({ text: LONG, status: "completed" });
});
