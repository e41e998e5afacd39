import { once } from "node:events";
import { connect, type Socket } from "node:net";
import { expect, it, onTestFinished } from "vitest";
import WebSocket from "ws";
import { serve } from "../websocket/socket.fixture.ts";

const well = { turns: [{ steps: [{ text: "all is well" }] }] };
const HEALTH = "GET /healthz HTTP/1.1\r\nhost: 127.0.0.1\r\n\r\n";

async function connected(port: number): Promise<Socket> {
  const socket = connect(port, "127.0.0.1").setEncoding("utf8");
  onTestFinished(() => {
    socket.destroy();
  });
  await once(socket, "connect");
  return socket;
}

/** What comes first on a connection that has asked how the server is, or was refused before. */
async function asked(socket: Socket): Promise<string> {
  const answer = once(socket, "data");
  socket.write(HEALTH);
  return String((await answer)[0]);
}

it("a connection over the limit gets a 503 and is closed, and a freed place can be taken", async () => {
  const server = await serve(well, { limits: { httpConnections: 2 } });
  const [first, second] = [await connected(server.port), await connected(server.port)];
  expect(await asked(first)).toContain("200 OK");
  const third = await connected(server.port);
  const closed = once(third, "close");
  const refusal = await asked(third);
  expect(refusal).toContain("503 Service Unavailable");
  expect(refusal).toContain('"code":"too_many_connections"');
  await closed;
  expect(await asked(second)).toContain("200 OK");
  const gone = once(first, "close");
  first.end();
  await gone;
  await expect.poll(async () => asked(await connected(server.port))).toContain("200 OK");
});

it("a connection whose upgrade was refused counts until it ends", async () => {
  const server = await serve(well, { limits: { httpConnections: 1 } });
  const upgrading = connect({ port: server.port, host: "127.0.0.1", allowHalfOpen: true }).setEncoding(
    "utf8",
  );
  onTestFinished(() => {
    upgrading.destroy();
  });
  const answer = once(upgrading, "data");
  const headers = "connection: upgrade\r\nupgrade: websocket\r\nsec-websocket-version: 13\r\n";
  upgrading.write(`GET /nowhere HTTP/1.1\r\nhost: 127.0.0.1\r\n${headers}\r\n`);
  expect(String((await answer)[0])).toContain("404 Not Found");
  expect(await asked(await connected(server.port))).toContain("503 Service Unavailable");
});

it("a connection that became a WebSocket no longer counts", async () => {
  const server = await serve(well, { limits: { httpConnections: 1 } });
  for (const _ of [1, 2, 3]) {
    const socket = new WebSocket(`ws://127.0.0.1:${server.port}/v1/responses`);
    onTestFinished(() => socket.terminate());
    await once(socket, "open");
  }
  expect(await asked(await connected(server.port))).toContain("200 OK");
});
