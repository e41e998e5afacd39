import { once } from "node:events";
import { createServer, request, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Tick } from "@flint/engine";
import { afterEach, expect, test } from "vitest";
import { EventStream } from "./event-stream.ts";

const HEADERS = new Headers({ "content-type": "text/event-stream", "x-left": "3" });
const closing: (() => void)[] = [];

afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A stream to a client that has asked. */
async function streamed({ unreadBytes = 1_000_000 } = {}) {
  const server = createServer();
  await once(server.listen(0, "127.0.0.1"), "listening");
  const client = request({ port: (server.address() as AddressInfo).port }).end();
  client.on("error", () => {});
  closing.push(
    () => client.destroy(),
    () => server.closeAllConnections(),
    () => server.close(),
  );
  const [, outgoing] = (await once(server, "request")) as [unknown, ServerResponse];
  const left: string[] = [];
  let told: () => void = () => {};
  const hasLeft = new Promise<void>((resolve) => {
    told = resolve;
  });
  const onLeft = (why: string) => {
    left.push(why);
    told();
  };
  const events = new EventStream({
    outgoing,
    tick: new Tick({ least: 0, most: 0 }),
    unreadBytes,
    onDisconnect: onLeft,
  });
  return { client, outgoing, events, left, hasLeft };
}

async function textOf(answer: AsyncIterable<Buffer>): Promise<string> {
  const pieces: Buffer[] = [];
  for await (const piece of answer) pieces.push(piece);
  return Buffer.concat(pieces).toString();
}

test("events written before the head wait for it", async () => {
  const { client, outgoing, events } = await streamed();
  events.write("first ");
  await new Promise(process.nextTick);
  expect(outgoing.headersSent).toBe(false);
  events.open(HEADERS);
  events.writeDelta("second ä");
  events.end();
  const [answer] = await once(client, "response");
  expect([answer.statusCode, answer.headers["x-left"]]).toEqual([200, "3"]);
  expect(await textOf(answer)).toBe("first second ä");
});

test("a head without events is sent at once", async () => {
  const { client, events } = await streamed();
  events.open(HEADERS);
  const [answer] = await once(client, "response");
  events.write("event");
  const [piece] = await once(answer, "data");
  expect(String(piece)).toBe("event");
});

test("a stream that ended before its head is sent whole", async () => {
  const { client, events, left } = await streamed();
  events.write("all");
  events.end();
  events.open(HEADERS);
  const [answer] = await once(client, "response");
  expect(await textOf(answer)).toBe("all");
  expect(left).toEqual([]);
});

test.each(["before", "after"])("a client that leaves %s the head is reported once", async (when) => {
  const { client, events, left, hasLeft } = await streamed();
  if (when === "after") events.open(HEADERS);
  client.destroy();
  await hasLeft;
  events.open(HEADERS);
  events.write("late");
  events.end();
  await new Promise(process.nextTick);
  expect(left).toEqual(["gone"]);
});

test("a client that reads too slowly is dropped, and nothing more is buffered for it", async () => {
  const { client, outgoing, events, left } = await streamed({ unreadBytes: 100_000 });
  events.open(HEADERS);
  // It takes its answer and reads none of it: the system's own buffers are full before long.
  client.on("response", () => {});
  for (let written = 0; written < 1_000 && left.length === 0; written++) {
    events.write("x".repeat(50_000));
    await new Promise(setImmediate);
  }
  expect(left).toEqual(["slow"]);
  expect(outgoing.destroyed).toBe(true);
  events.write("more");
  events.end();
  expect([left, outgoing.writableLength]).toEqual([["slow"], 0]);
});

test("an abandoned stream leaves the answer to other code", async () => {
  const { client, outgoing, events, left } = await streamed();
  events.write("never");
  events.abandon();
  events.open(HEADERS);
  events.end();
  outgoing.writeHead(500).end("refused");
  const [answer] = await once(client, "response");
  expect([answer.statusCode, await textOf(answer)]).toEqual([500, "refused"]);
  expect(left).toEqual([]);
});
