import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createScriptEngine, type EngineStats } from "@flint/engine";
import { startServer } from "@flint/server";
import { expect, onTestFinished, test } from "vitest";
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

async function serve(stats: EngineStats): Promise<number> {
  const script = createScriptEngine({ scenario: { turns: [] } });
  const engine = Object.assign(script, { stats: () => stats });
  const server = await startServer({ engine, metrics: true });
  onTestFinished(async () => {
    await server.close();
    await engine.close();
  });
  return server.port;
}

test("a server that runs tells of its engine", async () => {
  const [finding] = await checkServer(await serve(STATS));
  expect(finding).toMatchObject({ status: "ok", facts: { models: 1, deaths: 2, hangs: 1 } });
  expect(finding?.found).toContain("takes work; 1 models in memory");
});

test("one whose engine rests is a warning with the reason", async () => {
  const [finding] = await checkServer(await serve({ ...STATS, state: "resting" }));
  expect(finding).toMatchObject({ status: "warning", found: expect.stringContaining("died too often") });
});

test("another program's server, and none, are no finding", async () => {
  const other = createServer((_, response) => response.end("<html>"));
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const { port } = other.address() as AddressInfo;
  expect(await checkServer(port)).toEqual([]);
  await new Promise((resolve) => other.close(resolve));
  expect(await checkServer(port)).toEqual([]);
});
