import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createScriptEngine, type EngineStats } from "@flint/engine";
import { type KeyRecord, makeKey, startServer } from "@flint/server";
import { expect, onTestFinished, test } from "vitest";
import { checkPort } from "./machine.ts";
import { checkServer } from "./server.ts";

const STATS: EngineStats = {
  state: "running",
  deaths: 2,
  hangs: 1,
  memory: 0,
  models: [{ id: "script", bytes: 1 }],
  modelLoads: 1,
  modelEvictions: 0,
  steps: { bounds: [], counts: [0], seconds: 0 },
};

async function serve(stats: EngineStats, keys?: readonly KeyRecord[]): Promise<number> {
  const script = createScriptEngine({ scenario: { turns: [] } });
  const engine = Object.assign(script, { stats: () => stats });
  const server = await startServer({ engine, metrics: true, ...(keys !== undefined && { keys }) });
  onTestFinished(async () => {
    await server.close();
    await engine.close();
  });
  return server.port;
}

test("a running server reports its engine", async () => {
  const [finding] = await checkServer(await serve(STATS));
  expect(finding).toMatchObject({ status: "ok", facts: { models: 1, deaths: 2, hangs: 1 } });
  expect(finding?.found).toContain("accepts work; 1 models in memory");
});

test("a server with keys reports its figures to a key with the scope metrics, and else asks for one", async () => {
  const { id, text, digest } = makeKey();
  const port = await serve(STATS, [
    {
      ...{ id, digest, name: "one", user: "ann", scopes: ["metrics"], limits: {} },
      ...{ created: "2026-01-01T00:00:00Z", expires: null, revoked: null },
    },
  ]);
  const found = async (key: string) => (await checkServer(port, key))[0]?.found;
  expect(await found(text)).toContain("accepts work; 1 models in memory");
  expect(await found("")).toMatch(
    /accepts work; to read its figures, set FLINT_KEY to a key with the scope metrics$/,
  );
});

test("the port of a running Flint server is no fault", async () => {
  const port = await serve(STATS);
  expect(await checkPort(port, true)).toMatchObject({ status: "ok" });
  expect(await checkPort(port)).toMatchObject({
    status: "warning",
    remedy: expect.stringContaining("--port 0"),
  });
});

test("a server whose engine rests is a warning with the reason", async () => {
  const [finding] = await checkServer(await serve({ ...STATS, state: "resting" }));
  expect(finding).toMatchObject({ status: "warning", found: expect.stringContaining("died too often") });
});

test("another program's server, or none, is not reported", async () => {
  const other = createServer((_, response) => response.end("<html>"));
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const { port } = other.address() as AddressInfo;
  expect(await checkServer(port)).toEqual([]);
  await new Promise((resolve) => other.close(resolve));
  expect(await checkServer(port)).toEqual([]);
});

test("a server's figures show why prompts were read again, and what to do", async () => {
  const engine = createScriptEngine({ scenario: { turns: [{ steps: [{ text: "well" }] }] } });
  const open = engine.openThread.bind(engine);
  const reasons = ["evicted", "rewritten", "evicted"] as const;
  let asked = 0;
  engine.openThread = async (options) => {
    const thread = await open(options);
    const prefill = thread.prefill.bind(thread);
    thread.prefill = async (...args) => {
      const reason = reasons[asked++];
      const result = await prefill(...args);
      return reason ? { ...result, broke: { atToken: 0, item: null, field: null, reason } } : result;
    };
    return thread;
  };
  const server = await startServer({ engine, metrics: true });
  onTestFinished(async () => {
    await server.close();
    await engine.close();
  });
  expect(await checkServer(server.port)).toHaveLength(1);
  for (let nth = 0; nth < 4; nth++) {
    const body = JSON.stringify({ model: "script", input: `conversation ${nth}` });
    await fetch(`${server.url}/responses`, { method: "POST", body }).then((answer) => answer.text());
  }
  expect((await checkServer(server.port))[1]).toMatchObject({
    check: "cache",
    status: "warning",
    found:
      "3 of 4 prompts differed from the state that was kept of their conversation: 2 evicted, 1 rewritten",
    remedy: expect.stringContaining("--kv-spill"),
    facts: { prompts: 4, evicted: 2, rewritten: 1 },
  });
});
