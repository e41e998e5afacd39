import { LLMock } from "@copilotkit/aimock";
import { describe, expect, onTestFinished, test } from "vitest";
import { ask, asks, useEngine } from "./asking.fixture.ts";

const MODEL = "gpt-4o";

async function mock(): Promise<LLMock> {
  const server = new LLMock({ port: 0 });
  await server.start();
  onTestFinished(() => server.stop());
  server.onMessage("weather", { toolCalls: [{ name: "get_weather", arguments: '{"city":"Bern"}' }] });
  server.onMessage("hello", { content: "Hello to you, from behind." });
  return server;
}

const TOOL = {
  type: "function" as const,
  name: "get_weather",
  parameters: { type: "object", properties: {} },
};

describe.each([
  ["openai-compatible", "chat", false],
  ["openai", "responses", false],
  ["openai", "responses", true],
] as const)("with a mock of OpenAI's server, preset %s, API %s, WebSocket %s", (preset, api, webSocket) => {
  const transport = webSocket ? "websocket" : "http";
  const before = (server: LLMock) =>
    useEngine({
      targets: [{ preset, api, webSocket, url: `${server.url}/v1`, models: [MODEL] }],
      timeouts: { health: 10 },
      limits: { retryWait: 1_500 },
    });

  test("text and calls arrive", async () => {
    const engine = before(await mock());
    const hello = await ask(engine, asks("hello"), {}, MODEL);
    const finish = { reason: "stop", route: { transport } };
    expect(hello).toMatchObject({ text: "Hello to you, from behind.", finish });
    const { bursts, text } = await ask(engine, asks("the weather?", { tools: [TOOL] }), {}, MODEL);
    expect(bursts[0]?.part).toMatchObject({ type: "function_call", name: "get_weather" });
    expect(JSON.parse(text)).toEqual({ city: "Bern" });
  });

  // The mock upsets HTTP alone.
  test.skipIf(webSocket).each([
    ["drops requests", { dropRate: 1 }, "upstream_failed"],
    ["sends malformed bodies", { malformedRate: 1 }, "upstream_failed"],
    ["hangs up", { disconnectRate: 1 }, "upstream_failed"],
    ["limits its requests", { rateLimitRate: 1 }, "rate_limited"],
  ])(
    "a server that %s fails the answer with its code, and answers again afterwards",
    async (_, chaos, code) => {
      const server = await mock();
      const engine = before(server);
      server.setChaos(chaos);
      const { finish } = await ask(engine, asks("hello"), {}, MODEL);
      expect(finish).toMatchObject({
        reason: "error",
        error: { code, message: expect.stringMatching(/^127\.0\.0\.1:/) },
      });
      server.clearChaos();
      expect((await ask(engine, asks("hello"), {}, MODEL)).text).toBe("Hello to you, from behind.");
    },
  );
});

describe("with a mock of OpenAI's server over a WebSocket", () => {
  const before = (server: LLMock) =>
    useEngine({
      targets: [{ preset: "openai", url: `${server.url}/v1`, models: [MODEL] }],
      limits: { retries: 0 },
    });

  test("an error without a status is classified by its code", async () => {
    const server = await mock();
    const error = { code: "rate_limit_exceeded", type: "rate_limit_error", message: "slow down" };
    server.onMessage("limited", { error, status: 429 });
    expect((await ask(before(server), asks("limited"), {}, MODEL)).finish.error).toMatchObject({
      code: "rate_limited",
      message: expect.stringContaining("slow down"),
    });
  });

  test("a socket cut in mid-answer fails that answer only, and the next one is answered", async () => {
    const server = await mock();
    server.onMessage("cut", { content: "one two three four five" }, { chunkSize: 4, truncateAfterChunks: 6 });
    const engine = before(server);
    expect((await ask(engine, asks("cut"), {}, MODEL)).finish).toMatchObject({
      reason: "error",
      error: { code: "upstream_failed", message: expect.stringContaining("was cut off") },
      route: { transport: "websocket" },
    });
    expect((await ask(engine, asks("hello"), {}, MODEL)).finish.reason).toBe("stop");
  });
});
