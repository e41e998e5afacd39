import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { Ledger } from "../phase/index.ts";
import { Secrets } from "./secrets.ts";
import { ServerProcess } from "./server-process.ts";

async function startServer(): Promise<ServerProcess> {
  const folder = await mkdtemp(join(tmpdir(), "flint-fire-server-"));
  const server = await ServerProcess.start({ folder, secrets: new Secrets(), tokensPerSecond: null });
  onTestFinished(async () => {
    await server.stop();
    await rm(folder, { recursive: true });
  });
  return server;
}

test("a server that crashes is reported at once with its signal", { timeout: 120_000 }, async () => {
  const server = await startServer();
  const ended = new Promise((resolve) => server.crashed.addEventListener("abort", resolve));
  process.kill(server.pid, "SIGABRT");
  await ended;
  const ledger = new Ledger();
  ledger.recordCrashes(server.crashes);
  expect(ledger.crashes).toBe(1);
  expect(ledger.broken).toEqual([expect.stringContaining("ended by itself with SIGABRT")]);
  expect(ledger.holds).toBe(false);
});

test("a server that is killed on purpose has not crashed", { timeout: 120_000 }, async () => {
  const server = await startServer();
  await server.kill();
  expect([server.crashes, server.crashed.aborted]).toEqual([[], false]);
});
