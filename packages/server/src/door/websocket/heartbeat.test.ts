import { once } from "node:events";
import { type AddressInfo, connect, type Socket } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import { WebSocketServer } from "ws";
import { Heartbeat, trafficOf } from "./heartbeat.ts";

const INTERVAL = 50;
const MEBI = 1024 * 1024;
const BYTES_A_MILLISECOND = 12 * 1024;
/** Of a masked text frame of 64 KiB. */
const HEAD = Buffer.from([0x81, 0xff, 0, 0, 0, 0, 0, 1, 0, 0, 1, 2, 3, 4]);

/** A peer of a server that pings it. `said`: what it is sent at once, and then again and again. */
async function peerOf(
  interval: number,
  said?: { readonly once: Buffer; readonly often: string },
): Promise<Socket> {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  onTestFinished(() => void server.close());
  await once(server, "listening");
  server.on("connection", (socket, { socket: transport }) => {
    new Heartbeat(socket, interval, () => trafficOf(transport));
    if (said === undefined) return;
    socket.send(said.once);
    const saying = setInterval(() => socket.send(said.often), interval / 10);
    socket.on("error", () => undefined).on("close", () => clearInterval(saying));
  });
  const peer = connect((server.address() as AddressInfo).port, "127.0.0.1");
  onTestFinished(() => void peer.destroy());
  peer.on("error", () => undefined).write(UPGRADE);
  await once(peer, "data");
  return peer;
}

it("a peer stays while a long frame trickles in, and is dropped once nothing more comes", async () => {
  const peer = await peerOf(INTERVAL);
  const ended = once(peer, "close");
  peer.write(HEAD);
  await trickle(peer, 6 * INTERVAL);
  expect(peer.closed).toBe(false);
  await ended;
});

it("a peer that reads a large frame slowly stays connected", async () => {
  const interval = 500;
  const frame = Buffer.alloc(128 * MEBI);
  const peer = await peerOf(interval, { once: frame, often: "more" });
  const read = await readSlowly(peer, 8 * interval);
  expect(peer.destroyed).toBe(false);
  // Most of it is still to come, so that no pong can have kept the peer.
  expect(read).toBeLessThan(frame.length / 2);
});

it("a peer that answers no ping is dropped, even if its system accepts all data", async () => {
  const peer = await peerOf(INTERVAL, { once: Buffer.alloc(1), often: "more" });
  await once(peer.resume(), "close");
});

/** Reads some megabytes a second, for so many milliseconds. Resolves to the bytes that were read. */
async function readSlowly(peer: Socket, milliseconds: number): Promise<number> {
  let read = 0;
  peer.on("data", ({ length }) => {
    read += length;
    peer.pause();
  });
  const started = performance.now();
  const reading = setInterval(() => {
    if (read < (performance.now() - started) * BYTES_A_MILLISECOND) peer.resume();
  }, 1);
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
  clearInterval(reading);
  peer.removeAllListeners("data").pause();
  return read;
}

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
