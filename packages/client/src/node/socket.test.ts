import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Duplex } from "node:stream";
import { expect, onTestFinished, test, vi } from "vitest";
import { WebSocketServer } from "ws";
import type { SocketEnd } from "../connection/index.ts";
import { openNodeSocket } from "./socket.ts";

test.each([
  [{ "retry-after": "2", "retry-after-ms": "1500" }, 1_500],
  [{ "retry-after": "2" }, 2_000],
  [{ "retry-after": "Thu, 01 Jan 1970 00:01:00 GMT" }, undefined],
  [{}, undefined],
])(
  "a refused upgrade with the headers %j gives the time to wait before a retry",
  async (headers, retryAfter) => {
    const server = createServer();
    server.on("upgrade", (_, socket) => {
      const lines = Object.entries({ ...headers, connection: "close" }).map(
        ([name, value]) => `${name}: ${value}`,
      );
      socket.end(`HTTP/1.1 429 Too Many Requests\r\n${lines.join("\r\n")}\r\n\r\n`);
    });
    await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
    onTestFinished(() => void server.close());
    const { port } = server.address() as AddressInfo;
    const end = await new Promise<SocketEnd>((ended) => {
      const options = { url: `ws://127.0.0.1:${port}`, apiKey: undefined, maxPayload: 1_000 };
      openNodeSocket(options, { opened: () => {}, message: () => {}, ponged: () => {}, ended });
    });
    expect(end).toMatchObject({ kind: "refused", status: 429 });
    expect("retryAfter" in end ? end.retryAfter : undefined).toBe(retryAfter);
  },
);

test("received() counts the bytes of a frame that has not fully arrived", async () => {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  const connected = new Promise<Duplex>((resolve) => {
    server.once("connection", (_, request) => resolve(request.socket));
  });
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  const message = vi.fn();
  const ended = new Promise<void>((resolve) => {
    const socket = openNodeSocket(
      { url: `ws://127.0.0.1:${port}`, apiKey: undefined, maxPayload: 1_000_000 },
      {
        opened: () => void play(),
        message,
        ponged: () => {},
        ended: () => resolve(),
      },
    );
    const play = async (): Promise<void> => {
      const wire = await connected;
      const before = socket.received?.() ?? 0;
      // The head of a text frame of 60,000 bytes, and a part of them.
      wire.write(Buffer.from([0x81, 126, 60_000 >> 8, 60_000 & 255]));
      wire.write(Buffer.alloc(1_000, "a"));
      await expect.poll(() => (socket.received?.() ?? 0) - before).toBe(1_004);
      expect(message).not.toHaveBeenCalled();
      wire.write(Buffer.alloc(59_000, "a"));
      await expect.poll(() => message.mock.calls.length).toBe(1);
      socket.terminate();
    };
  });
  await ended;
  expect(message).toHaveBeenCalledWith("a".repeat(60_000));
  server.close();
});

test("unsent() counts the bytes of a frame that has not fully left", async () => {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  const connected = new Promise<Duplex>((resolve) => {
    server.once("connection", (_, request) => resolve(request.socket));
  });
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  const counts = new Set<number>();
  await new Promise<void>((resolve) => {
    const socket = openNodeSocket(
      { url: `ws://127.0.0.1:${port}`, apiKey: undefined, maxPayload: 1_000_000 },
      { opened: () => void play(), message: () => {}, ponged: () => {}, ended: () => resolve() },
    );
    const play = async (): Promise<void> => {
      const wire = await connected;
      wire.pause();
      expect(socket.unsent?.()).toBe(0);
      socket.send("a".repeat(32 * 1024 * 1024));
      await expect.poll(() => socket.unsent?.()).toBeGreaterThan(1024 * 1024);
      wire.resume();
      await expect.poll(() => counts.add(socket.unsent?.() ?? -1).has(0), { interval: 1 }).toBe(true);
      socket.terminate();
    };
  });
  // It could be seen leaving.
  expect(counts.size).toBeGreaterThan(2);
  server.close();
});

test("a socket closed before it is opened never connects, and ends", async () => {
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  const connected = vi.fn();
  server.on("connection", connected);
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  const options = { url: `ws://127.0.0.1:${port}`, apiKey: undefined, maxPayload: 1_000 };
  for (const give of ["close", "terminate"] as const) {
    const end = await new Promise((resolve) => {
      const socket = openNodeSocket(options, {
        opened: () => {},
        message: () => {},
        ponged: () => {},
        ended: resolve,
      });
      socket[give](1000, "");
    });
    expect(end).toEqual({ kind: "closed", code: 1006, reason: "" });
  }
  expect(connected).not.toHaveBeenCalled();
  server.close();
});

test("a socket closed many times waits for the server's close frame only once", async () => {
  const warnings: Error[] = [];
  const note = (warning: Error): unknown => warnings.push(warning);
  process.on("warning", note);
  onTestFinished(() => void process.off("warning", note));
  const server = new WebSocketServer({ port: 0, host: "127.0.0.1" });
  await new Promise((resolve) => server.once("listening", resolve));
  const { port } = server.address() as AddressInfo;
  const options = { url: `ws://127.0.0.1:${port}`, apiKey: undefined, maxPayload: 1_000 };
  const end = await new Promise((ended) => {
    const opened = (): void => {
      for (let i = 0; i < 12; i++) socket.close(1000, "");
    };
    const socket = openNodeSocket(options, { opened, message: () => {}, ponged: () => {}, ended });
  });
  expect(end).toEqual({ kind: "closed", code: 1000, reason: "" });
  expect(warnings).toEqual([]);
  server.close();
});
