import { once } from "node:events";
import type { IncomingMessage } from "node:http";
import { describe, expect, it, onTestFinished } from "vitest";
import WebSocket, { type ClientOptions } from "ws";
import { WatchedEngine } from "../door/watched-engine.fixture.ts";
import { Client, serve, textOf } from "../door/websocket/socket.fixture.ts";
import type { FlintServer } from "../server.ts";

const scenario = { turns: [{ steps: [{ text: "all is well" }] }] };

async function upgrade(
  server: FlintServer,
  query = "",
  options: ClientOptions = {},
): Promise<{ client: Client; response: IncomingMessage }> {
  const socket = new WebSocket(`${server.url.replace("http", "ws")}/responses${query}`, options);
  onTestFinished(() => socket.terminate());
  const client = new Client(socket);
  const [[response]] = await Promise.all([once(socket, "upgrade"), once(socket, "open")]);
  return { client, response };
}

const codex = {
  "openai-beta": "responses_websockets=2026-02-06",
  originator: "codex_exec",
  "session-id": "s",
  "thread-id": "t",
  "x-client-request-id": "t",
  "x-codex-window-id": "t:0",
  "x-codex-beta-features": "remote_compaction_v2",
  "x-codex-turn-metadata": '{"turn_id":""}',
  authorization: "Bearer anything",
};

describe("the handshake accepts", () => {
  it.each<[string, string, ClientOptions]>([
    ["no header but the protocol's own", "", {}],
    ["query parameters", "?api-version=1&x=%20", {}],
    ["Codex's headers", "", { headers: codex }],
    ["the headers of a Codex sub-agent", "", { headers: { ...codex, "x-openai-subagent": "collab_spawn" } }],
    ["an offer of compression", "", { perMessageDeflate: true }],
    ["no offer of compression", "", { perMessageDeflate: false }],
  ])("%s", async (_, query, options) => {
    const { client } = await upgrade(await serve(scenario), query, options);
    client.create();
    expect(textOf(await client.completed())).toBe("all is well");
  });
});

it("the handshake's answer has no rerouting headers and no subprotocol", async () => {
  const { response } = await upgrade(await serve(scenario), "", { headers: codex });
  expect(response.statusCode).toBe(101);
  for (const header of ["openai-model", "x-models-etag", "x-codex-turn-state", "sec-websocket-protocol"]) {
    expect(response.headers).not.toHaveProperty(header);
  }
});

it("each event is a text frame with one JSON object", async () => {
  const { client } = await upgrade(await serve(scenario));
  const frames: boolean[] = [];
  client.socket.on("message", (data, isBinary) =>
    frames.push(isBinary || Array.isArray(JSON.parse(String(data)))),
  );
  client.create();
  await client.completed();
  expect(frames).toEqual(frames.map(() => false));
});

it("generation stops when a peer drops the connection without a close frame", async () => {
  const engine = new WatchedEngine({
    tokens_per_second: 100,
    turns: [{ steps: [{ repeat: 4000, text: "word " }] }],
  });
  const { client } = await upgrade(await serve(engine));
  const finished = once(engine, "finish");
  client.create();
  await client.next("response.output_text.delta");
  client.socket.terminate();
  expect((await finished)[0].reason).toBe("aborted");
});

it("a peer that answers no pings is dropped, and its response is stopped", async () => {
  const engine = new WatchedEngine({
    tokens_per_second: 100,
    turns: [{ steps: [{ repeat: 4000, text: "word " }] }],
  });
  const server = await serve(engine, { limits: { pingInterval: 50 } });
  const { client } = await upgrade(server, "", { autoPong: false });
  const finished = once(engine, "finish");
  client.create();
  expect((await client.untilClosed()).code).toBe(1006);
  expect((await finished)[0].reason).toBe("aborted");
});

it("a peer that answers pings stays connected, however long it is silent", async () => {
  const server = await serve(scenario, { limits: { pingInterval: 10 } });
  const { client } = await upgrade(server);
  for (let pings = 0; pings < 5; pings++) await once(client.socket, "ping");
  client.create();
  expect(textOf(await client.completed())).toBe("all is well");
});
