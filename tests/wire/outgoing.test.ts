import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { Tick } from "@flint/engine";
import { expect, it, onTestFinished } from "vitest";
import { WebSocket, WebSocketServer } from "ws";
import { FrameWriter } from "../../packages/server/src/door/websocket/frame-writer.ts";
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
])("reports %s that does not conform as it is sent over HTTP", async (_, type, pieces) => {
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

it.each([
  ["by the library", (socket: WebSocket) => (text: string) => socket.send(text)],
  [
    "past it, as Flint's server does",
    (_: WebSocket, wire: Duplex) => {
      const frames = new FrameWriter(wire, new Tick({ least: 0, most: 0 }), () => true);
      return (text: string) => {
        frames.write(text);
        frames.flush();
      };
    },
  ],
])(
  "reports an event that does not conform, and no other, as it is sent over a WebSocket %s",
  async (_, sender) => {
    const server = new WebSocketServer({ port: 0, host: "127.0.0.1", perMessageDeflate: false });
    onTestFinished(() => void server.close());
    server.on("connection", (socket, request) => {
      const send = sender(socket, request.socket);
      for (const frame of [wrong, right, { type: "ping" }]) send(JSON.stringify(frame));
      send("no JSON");
      send(JSON.stringify({ ...right, note: "é".repeat(70_000) }));
      socket.close();
    });
    await once(server, "listening");
    const client = new WebSocket(`ws://127.0.0.1:${(server.address() as AddressInfo).port}`);
    await once(client, "close");
    expect(await found()).toEqual(["response.output_text.delta does not conform:"]);
  },
);
