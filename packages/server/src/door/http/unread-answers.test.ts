import { once } from "node:events";
import { createServer, get } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { cutUnreadAnswers } from "./unread-answers.ts";

const BYTES = 8 * 1024 * 1024;

/** A server whose answers are larger than what the system keeps for a connection. */
async function serving() {
  const server = createServer((_, response) => response.end(Buffer.alloc(BYTES)));
  cutUnreadAnswers(server, 100);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { server, port: (server.address() as AddressInfo).port };
}

test("a client that stops reading an answer which is all written is cut", async () => {
  const { server, port } = await serving();
  const client = connect(port, "127.0.0.1");
  onTestFinished(() => {
    client.destroy();
  });
  client.on("error", () => {});
  client.pause();
  client.write("GET / HTTP/1.1\r\nhost: a\r\n\r\n");
  const [request] = await once(server, "request");
  await once(request.socket, "close");
  expect(request.socket.destroyed).toBe(true);
});

test("a client that reads has the whole of it, and its connection stays", async () => {
  const { port } = await serving();
  const [answer] = await once(get({ port, host: "127.0.0.1" }), "response");
  let bytes = 0;
  answer.on("data", (piece: Buffer) => {
    bytes += piece.length;
  });
  await once(answer, "end");
  expect(bytes).toBe(BYTES);
});
