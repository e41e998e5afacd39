import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { takeFaults } from "./outgoing.ts";

const wrong = { type: "response.output_text.delta", sequence_number: 0, item_id: "msg_1", delta: 5 };
const right = { type: "keepalive", sequence_number: 0 };

async function found(): Promise<string[]> {
  return (await takeFaults()).map(({ message }) => message.split("\n")[0] ?? "");
}

it.each([
  ["an event of a stream", "text/event-stream", [`event: x\ndata: ${JSON.stringify(wrong)}\n\n`]],
  [
    "one that is cut in two",
    "text/event-stream",
    [`data: ${JSON.stringify(wrong).slice(0, 9)}`, `${JSON.stringify(wrong).slice(9)}\n\n`],
  ],
  ["a response", "application/json", [JSON.stringify({ object: "response", status: "completed" })]],
  ["a compaction", "application/json", [JSON.stringify({ object: "response.compaction" })]],
])("%s that does not conform is noticed as it is sent over HTTP", async (_, type, pieces) => {
  for (const head of [{ "content-type": type }, ["Content-Type", type]]) {
    const server = createServer((_request, response) => {
      response.writeHead(200, head);
      for (const piece of pieces) response.write(piece);
      response.end();
    }).listen(0, "127.0.0.1");
    onTestFinished(() => void server.close());
    await once(server, "listening");
    await (await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}`)).text();
    expect(await found()).toHaveLength(1);
  }
});

it("an event that does not conform is noticed as it is sent over a WebSocket, and others are not", async () => {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  onTestFinished(() => void server.close());
  server.on("connection", (socket) => {
    for (const frame of [wrong, right, { type: "ping" }]) socket.send(JSON.stringify(frame));
    socket.send("no JSON");
    socket.close();
  });
  await once(server, "listening");
  const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
  await once(client, "close");
  expect(await found()).toEqual(["response.output_text.delta does not conform:"]);
});
