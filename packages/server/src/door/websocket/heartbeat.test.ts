import { once } from "node:events";
import { type AddressInfo, connect, type Socket } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { WebSocketServer } from "ws";
import { Heartbeat } from "./heartbeat.ts";

const INTERVAL = 50;
/** Of a masked text frame of 64 KiB. */
const HEAD = Buffer.from([0x81, 0xff, 0, 0, 0, 0, 0, 1, 0, 0, 1, 2, 3, 4]);

it("a peer whose frame is long on its way lives, and is dropped once nothing comes any more", async () => {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  onTestFinished(() => void server.close());
  await once(server, "listening");
  server.on("connection", (socket, { socket: transport }) => {
    new Heartbeat(socket, INTERVAL, () => transport.bytesRead);
  });
  const peer = connect((server.address() as AddressInfo).port, "127.0.0.1");
  onTestFinished(() => void peer.destroy());
  const ended = once(peer, "close");
  peer.on("error", () => undefined).write(UPGRADE);
  await once(peer, "data");
  peer.write(HEAD);
  await trickle(peer, 6 * INTERVAL);
  expect(peer.closed).toBe(false);
  await ended;
});

/** A byte at a time, for so many milliseconds or until the connection is cut. */
function trickle(peer: Socket, milliseconds: number): Promise<void> {
  const end = performance.now() + milliseconds;
  return new Promise((resolve) => {
    const timer = setInterval(() => {
      if (performance.now() < end && !peer.closed) peer.write("x");
      else {
        clearInterval(timer);
        resolve();
      }
    }, INTERVAL / 5);
  });
}

const UPGRADE = [
  "GET / HTTP/1.1",
  "Host: 127.0.0.1",
  "Connection: Upgrade",
  "Upgrade: websocket",
  "Sec-WebSocket-Version: 13",
  "Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==",
  "\r\n",
].join("\r\n");
