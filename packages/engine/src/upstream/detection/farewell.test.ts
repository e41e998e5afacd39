import { createHash } from "node:crypto";
import { once } from "node:events";
import { createServer } from "node:http";
import type { Socket } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { listenAt } from "../server.fixture.ts";
import { detectUpstream } from "./detect.ts";

const GUID = "258EAFA5-E914-47DA-95CA-C5AB0DC85B11";

test("detection does not wait for a server that leaves the WebSocket's close unanswered", async () => {
  const server = createServer((request, response) => {
    const isList = request.url === "/v1/models";
    response.writeHead(isList ? 200 : 404).end(JSON.stringify(isList ? { data: [{ id: "m" }] } : {}));
  });
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const upgraded = new Promise<Socket>((resolve) => {
    server.on("upgrade", (request, socket: Socket) => {
      const key = createHash("sha1")
        .update(`${request.headers["sec-websocket-key"]}${GUID}`)
        .digest("base64");
      const headers = `Upgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Accept: ${key}`;
      socket.write(`HTTP/1.1 101 Switching Protocols\r\n${headers}\r\n\r\n`);
      // Its words are read, and nothing is said to them.
      socket
        .resume()
        .on("error", () => undefined)
        .on("end", () => socket.end());
      resolve(socket);
    });
  });
  const url = `http://127.0.0.1:${await listenAt(server, 0)}/v1`;
  const found = await detectUpstream({ preset: "flint", url });
  expect(found.webSocket).toBe(true);
  const socket = await upgraded;
  if (!socket.closed) await once(socket, "close");
});
