import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { createUpstreamEngine } from "@flint/engine";
import { expect, it, onTestFinished } from "vitest";
import { Client, serve } from "./door/websocket/socket.fixture.ts";

const WAIT = { "retry-after": "30", "retry-after-ms": "30000" };

/** A Flint before a server that refuses every request for an answer, with these headers. */
async function inFrontOfLimits(headers: Readonly<Record<string, string>>, status = 429) {
  const behind = createServer((request, response) => {
    const isList = request.url === "/v1/models";
    const body = isList ? { data: [{ id: "m" }] } : { error: { message: "slow down" } };
    response.writeHead(isList ? 200 : status, isList ? {} : headers).end(JSON.stringify(body));
  });
  await once(behind.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => {
    behind.closeAllConnections();
    behind.close();
  });
  const { port } = behind.address() as AddressInfo;
  const url = `http://127.0.0.1:${port}/v1`;
  return serve(createUpstreamEngine({ targets: [{ preset: "vllm", url }] }));
}

it.each([
  ["responses", { input: "go" }],
  ["chat/completions", { messages: [{ role: "user", content: "go" }] }],
  ["chat/completions", { messages: [{ role: "user", content: "go" }], stream: true }],
])("a client of %s gets the upstream server's retry time", async (path, body) => {
  const server = await inFrontOfLimits({ "retry-after": "30" });
  const answer = await fetch(`${server.url}/${path}`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ model: "m", ...body }),
  });
  expect(answer.status).toBe(429);
  expect(Object.fromEntries(answer.headers)).toMatchObject(WAIT);
  await answer.body?.cancel();
});

it("an overloaded upstream server's retry time is passed on as well", async () => {
  const server = await inFrontOfLimits({ "retry-after": "30" }, 503);
  const answer = await fetch(`${server.url}/responses`, {
    method: "POST",
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ model: "m", input: "go" }),
  });
  expect(answer.status).toBe(500);
  expect(Object.fromEntries(answer.headers)).toMatchObject(WAIT);
  const { error } = await answer.json();
  expect(error).toMatchObject({ code: "server_error", message: expect.stringMatching(/try again in 30s$/) });
});

it("a WebSocket client gets the retry time in its response's error", async () => {
  const client = await Client.connect(await inFrontOfLimits({ "retry-after": "30" }));
  client.create({ model: "m" });
  expect((await client.next("response.failed")).response.error).toMatchObject({
    code: "rate_limit_exceeded",
    headers: WAIT,
  });
});

it("no retry time is made up if the upstream server gives none", async () => {
  const client = await Client.connect(await inFrontOfLimits({ "retry-after": "tomorrow" }));
  client.create({ model: "m" });
  expect((await client.next("response.failed")).response.error).not.toHaveProperty("headers");
});
