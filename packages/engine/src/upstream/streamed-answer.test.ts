import type { ServerResponse } from "node:http";
import { gzipSync } from "node:zlib";
import { expect, test } from "vitest";
import { ask, useEngine } from "./asking.fixture.ts";
import { useTestServer } from "./server.fixture.ts";

type Reply = (response: ServerResponse) => void;

const COMPLETIONS = "/v1/chat/completions";

/** A server that answers whatever is asked so, and an engine before it. */
async function before(reply: Reply, paths: (path: string) => boolean = (path) => path === COMPLETIONS) {
  const server = await useTestServer();
  server.behave(({ path }, response) => {
    if (!paths(path)) return false;
    reply(response);
    return true;
  });
  const targets = [{ preset: "lmstudio" as const, url: server.url }];
  return { server, engine: useEngine({ targets }) };
}

function json(body: unknown): Reply {
  return (response) =>
    void response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}

const UNKNOWN_PATH = { error: "Unexpected endpoint or method. (POST /chat/completions)" };

test("a completion that arrives whole is the answer", async () => {
  const tool_calls = [{ id: "c1", type: "function", function: { name: "look", arguments: "{}" } }];
  const message = { role: "assistant", content: "All of it.", tool_calls };
  const usage = { prompt_tokens: 3, completion_tokens: 9 };
  const choices = [{ index: 0, message, finish_reason: "stop" }];
  const { server, engine } = await before(json({ model: "story", choices, usage }));
  const { bursts, finish } = await ask(engine);
  const said = bursts.filter(({ text }) => text !== "").map(({ part, text }) => [part.type, text]);
  expect(said).toEqual([
    ["text", "All of it."],
    ["function_call", "{}"],
  ]);
  expect(finish).toMatchObject({ reason: "stop", outputTokens: 9, prompt: { promptTokens: 3 } });
  expect(server.asked).toHaveLength(1);
});

test.each(["breaks", "stays open"])(
  "an answer whose connection %s after its end is complete",
  async (how) => {
    const data = (chunk: object) => `data: ${JSON.stringify(chunk)}\n\n`;
    const { engine } = await before((response) => {
      const end = { choices: [{ delta: {}, finish_reason: "stop" }] };
      response.writeHead(200, { "content-type": "text/event-stream" });
      response.write(data({ choices: [{ delta: { content: "Hi." } }] }) + data(end));
      if (how === "breaks") setImmediate(() => response.destroy());
      else response.write(data({ choices: [], usage: { prompt_tokens: 3, completion_tokens: 2 } }));
    });
    expect(await ask(engine)).toMatchObject({ text: "Hi.", finish: { reason: "stop" } });
  },
);

test.each<[string, Reply, RegExp]>([
  [
    "that it has no such path",
    json(UNKNOWN_PATH),
    /has no \/chat\/completions .*Unexpected endpoint.*base URL/,
  ],
  ["what is wrong", json({ error: { message: "no such thing", code: 400 } }), /refused .*no such thing/],
  [
    "what is wrong in vLLM's older format",
    (response) =>
      void response
        .writeHead(200, { "content-type": "text/event-stream" })
        .end(`data: ${JSON.stringify({ object: "error", message: "no such thing", code: 400 })}\n\n`),
    /refused .*no such thing/,
  ],
  [
    "that it has moved",
    (response) => void response.writeHead(308, { location: "https://other.example/v1" }).end(),
    /has moved to https:\/\/other\.example\/v1 \(308\): name that URL/,
  ],
  [
    "something compressed",
    (response) => void response.writeHead(200, { "content-encoding": "gzip" }).end(gzipSync("data: {}\n\n")),
    /compresses its answers \(gzip\)/,
  ],
])("a server that says %s instead of an answer is reported without a retry", async (_, reply, message) => {
  const { server, engine } = await before(reply);
  const { finish } = await ask(engine);
  expect(finish.error?.message).toMatch(message);
  expect(server.asked).toHaveLength(1);
  expect(server.asked[0]?.headers["accept-encoding"]).toBe("identity");
});

test("an error in place of the model list is reported", async () => {
  const { engine } = await before(json(UNKNOWN_PATH), () => true);
  await expect(engine.models()).rejects.toThrow(/has no \/models .*base URL, which usually ends with \/v1/);
});
