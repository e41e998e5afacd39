import { once } from "node:events";
import { readFileSync } from "node:fs";
import { type AddressInfo, createServer, type Server, type Socket } from "node:net";
import { type EventLoopUtilization, performance } from "node:perf_hooks";
import { createServer as createSecureServer } from "node:tls";
import { beforeEach, describe, expect, onTestFinished, test, vi } from "vitest";
import { defaultLimits, defaultTimeouts } from "../options.ts";
import { Connections } from "./connections.ts";

/** Longer than a test: what waits for it is not read. */
const FOR_EVER = 600_000;
const read = (name: string) => readFileSync(new URL(`./localhost.${name}.pem`, import.meta.url), "utf8");

beforeEach(() => {
  const busy: EventLoopUtilization = { utilization: 1, active: 1, idle: 0 };
  vi.spyOn(performance, "eventLoopUtilization").mockReturnValue(busy);
  return () => vi.restoreAllMocks();
});

interface Peer {
  readonly url: URL;
  readonly certificates?: string;
  /** The connection that the next request has come by. */
  asked(): Promise<Socket>;
}

/** A server whose answers are written by hand, in whatever pieces. */
async function usePeer(isSecure: boolean): Promise<Peer> {
  const sockets = new Set<Socket>();
  const waiting: ((socket: Socket) => void)[] = [];
  const take = (socket: Socket) => {
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("data", (text) => String(text).endsWith("{}") && waiting.shift()?.(socket));
  };
  const server: Server = isSecure
    ? createSecureServer({ key: read("key"), cert: read("cert") }, take)
    : createServer({ noDelay: true }, take);
  await once(server.listen(0, "127.0.0.1"), "listening");
  onTestFinished(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  const { port } = server.address() as AddressInfo;
  return {
    url: new URL(isSecure ? `https://localhost:${port}/` : `http://127.0.0.1:${port}/`),
    ...(isSecure && { certificates: read("cert") }),
    asked: () => new Promise((resolve) => waiting.push(resolve)),
  };
}

/** However it is closed. */
const closeOf = (socket: Socket) => new Promise((resolve) => socket.once("close", resolve));

const HEAD = "HTTP/1.1 200 OK\r\ntransfer-encoding: chunked\r\n\r\n";
const END = "0\r\n\r\n";
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;

/** An answer of which so many pieces have been read one by one that the connection waits for the tick. */
async function useHeldAnswer(
  isSecure: boolean,
  { last = "", wait = FOR_EVER, signal = new AbortController().signal },
) {
  const peer = await usePeer(isSecure);
  const { certificates } = peer;
  const connections = new Connections({
    timeouts: { ...defaultTimeouts, busyWait: wait },
    limits: defaultLimits,
    certificates,
  });
  onTestFinished(() => connections.close());
  const asked = peer.asked();
  const asking = connections.stream({ url: peer.url, headers: {}, body: "{}", signal });
  const socket = await asked;
  socket.write(HEAD);
  const exchange = await asking;
  let text = "";
  let came = () => {};
  const whole = exchange.read((piece) => {
    text += String(piece);
    came();
  });
  whole.catch(() => undefined);
  for (const letter of ["a", "b", "c"]) {
    const arrived = new Promise<void>((resolve) => {
      came = resolve;
    });
    socket.write(chunk(letter) + (letter === "c" ? last : ""));
    await arrived;
  }
  return { socket, whole, text: () => text };
}

describe.each([
  ["plain", false],
  ["TLS", true],
])("a %s connection that waits to be read in a busy process", (_, isSecure) => {
  test("notices that its server closes it after an answer", async () => {
    const { socket, whole } = await useHeldAnswer(isSecure, { last: END });
    await whole;
    const closed = closeOf(socket);
    socket.end();
    await closed;
  });

  test("is closed at once if its answer is aborted", async () => {
    const abort = new AbortController();
    const { socket, whole } = await useHeldAnswer(isSecure, { signal: abort.signal });
    const closed = closeOf(socket);
    socket.write(chunk("d"));
    abort.abort();
    await expect(whole).rejects.toMatchObject({ kind: "aborted" });
    await closed;
  });

  test("delivers everything that arrived before it breaks", async () => {
    const { socket, whole, text } = await useHeldAnswer(isSecure, { wait: 24 });
    await new Promise((resolve) => socket.write(chunk("d") + chunk("e"), resolve));
    if (isSecure) socket.destroy();
    else socket.resetAndDestroy();
    await expect(whole).rejects.toMatchObject({ kind: "broken" });
    expect(text()).toBe("abcde");
  });
});
