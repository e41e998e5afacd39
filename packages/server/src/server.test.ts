import { createHook } from "node:async_hooks";
import type { AddressInfo } from "node:net";
import { createServer } from "node:net";
import { setImmediate as nextTurn } from "node:timers/promises";
import { createScriptEngine, type Engine, EngineError } from "@flint/engine";
import { expect, it, onTestFinished } from "vitest";
import { startServer } from "./server.ts";

const engine = createScriptEngine({ scenario: { turns: [{ steps: [{ text: "well" }] }] } });

it("reports its address, and stops listening once closed", async () => {
  const server = await startServer({ engine });
  expect(server.url).toBe(`http://127.0.0.1:${server.port}/v1`);
  expect((await fetch(`${server.url}/models`)).status).toBe(200);
  await Promise.all([server.close(), server.close()]);
  await expect(fetch(`${server.url}/models`)).rejects.toThrow();
});

it("refuses to listen beyond loopback or to answer to other host names without keys", async () => {
  const exposed = [{ host: "0.0.0.0" }, { host: "::" }, { host: "192.168.1.10" }, { hosts: ["example.com"] }];
  for (const options of exposed) {
    await expect(startServer({ engine, ...options })).rejects.toMatchObject({
      name: "ServerError",
      code: "host_needs_keys",
      message: expect.stringContaining("flint keys create"),
    });
  }
  const server = await startServer({ engine, host: "localhost" });
  expect((await fetch(`${server.url}/models`)).status).toBe(200);
  await server.close();
});

it("names the port that is in use", async () => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  const { port } = other.address() as AddressInfo;
  await expect(startServer({ engine, port })).rejects.toMatchObject({
    code: "port_in_use",
    message: expect.stringContaining(`${port}`),
  });
  other.close();
});

it.each([
  ["the port is taken", (port: number) => ({ port })],
  ["there is no such address", () => ({ host: "192.0.2.1", keys: [] })],
  ["the secret is too short", () => ({ secret: "short" })],
])("leaves no timer running if %s", async (_, options) => {
  const other = createServer();
  await new Promise<void>((resolve) => other.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void other.close());
  const timers = new Map<number, string>();
  const hook = createHook({
    init(id, type) {
      const from = new Error().stack ?? "";
      if (type === "Timeout" && /server\/src\/(?!server\.test)/.test(from)) timers.set(id, from);
    },
    destroy: (id) => void timers.delete(id),
  }).enable();
  onTestFinished(() => void hook.disable());
  const { port } = other.address() as AddressInfo;
  await expect(startServer({ engine, ...options(port) })).rejects.toMatchObject({ name: "ServerError" });
  await nextTurn();
  expect([...timers.values()]).toEqual([]);
});

it("starts before its upstream server, and finds the default model once that is up", async () => {
  let isUp = false;
  const behind: Engine = {
    id: "behind",
    models: async () => {
      if (isUp) return engine.models();
      throw new EngineError("upstream_failed", "it is not there yet");
    },
    openThread: (options) => engine.openThread(options),
    countTokens: (model, prompt) => engine.countTokens(model, prompt),
    close: async () => undefined,
  };
  const server = await startServer({ engine: behind, defaultModel: "script" });
  onTestFinished(() => server.close());
  const ready = async () => (await fetch(`${new URL(server.url).origin}/readyz`)).status;
  const ask = () =>
    fetch(`${server.url}/responses`, { method: "POST", body: JSON.stringify({ input: "go" }) });
  expect([await ready(), (await ask()).status]).toEqual([503, 500]);
  isUp = true;
  expect([await ready(), (await ask()).status]).toEqual([200, 200]);
});

it("refuses a default model that the engine lacks, and lists the known ones", async () => {
  await expect(startServer({ engine, defaultModel: "nope" })).rejects.toMatchObject({
    code: "model_not_found",
    message: expect.stringContaining("script"),
  });
});

it.each([Number.NaN, -1, 1.5, Number.POSITIVE_INFINITY])(
  "refuses a limit of %s and names it",
  async (drain) => {
    const refusal = {
      name: "ServerError",
      code: "limit_invalid",
      message: expect.stringMatching(`limits.drain is ${drain}: .*whole number`),
    };
    await expect(startServer({ engine, limits: { drain } })).rejects.toMatchObject(refusal);
    const server = await startServer({ engine });
    onTestFinished(() => server.close());
    expect(() => server.reload({ limits: { drain } })).toThrow(expect.objectContaining(refusal));
  },
);
