import { once } from "node:events";
import { Agent, createServer, get } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { setTimeout as pause } from "node:timers/promises";
import { expect, onTestFinished, test } from "vitest";
import { cutUnreadAnswers } from "./unread-answers.ts";

const BYTES = 32 * 1024 * 1024;

/** A server whose answers are larger than what the system keeps for a connection. */
async function serving(patience: number, keepAliveTimeout = 60_000) {
  const server = createServer({ keepAliveTimeout }, (_, response) => response.end(Buffer.alloc(BYTES)));
  cutUnreadAnswers(server, patience);
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  return { server, port: (server.address() as AddressInfo).port };
}

test("a client that stops reading a fully written answer is disconnected", async () => {
  const { server, port } = await serving(100);
  const client = connect(port, "127.0.0.1");
  onTestFinished(() => {
    client.destroy();
  });
  client.on("error", () => {});
  client.pause();
  client.write("GET / HTTP/1.1\r\nhost: a\r\n\r\n");
  const [request, response] = await once(server, "request");
  await once(request.socket, "close");
  expect(response.writableEnded).toBe(true);
  expect(client.bytesRead).toBeLessThan(BYTES);
});

// Without an end to idle connections, Node does not touch the time that a socket may be silent.
test.each([60_000, 0])(
  "a client that keeps reading gets the whole answer, with an idle limit of %i ms",
  async (idle) => {
    const patience = 1_000;
    const { port } = await serving(patience, idle);
    const agent = new Agent({ keepAlive: true, maxSockets: 1 });
    onTestFinished(() => agent.destroy());
    const begun = performance.now();
    for (const isReused of [false, true]) {
      const request = get({ port, host: "127.0.0.1", agent });
      const [answer] = await once(request, "response");
      expect(request.reusedSocket).toBe(isReused);
      let bytes = 0;
      for await (const piece of answer) {
        bytes += piece.length;
        // In all it takes some times the patience.
        if (!isReused) await pause(5);
      }
      expect(bytes).toBe(BYTES);
      // Nor is silence between two requests that of a reader.
      if (!isReused) await pause(1.5 * patience);
    }
    expect(performance.now() - begun).toBeGreaterThan(3 * patience);
  },
);
