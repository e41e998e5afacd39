import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { connect } from "./session.fixture.ts";

/** A session with a server that gives this answer to everything. */
async function sessionWith(status: number, body: string) {
  const server = createServer((_, response) => response.writeHead(status).end(body)).listen(0, "127.0.0.1");
  await once(server, "listening");
  onTestFinished(() => void server.close());
  return connect(`http://127.0.0.1:${(server.address() as AddressInfo).port}`, { transport: "http" });
}

test("a refused list of models rejects with the server's message and code", async () => {
  const error = { message: "the key has no such scope", code: "insufficient_scope" };
  const session = await sessionWith(403, JSON.stringify({ error }));
  await expect(session.models()).rejects.toMatchObject({
    name: "FlintError",
    code: "request_failed",
    status: 403,
    serverCode: "insufficient_scope",
    message: "the key has no such scope",
  });
});

test.each(["<html>Welcome</html>", "{}", "null"])(
  "an answer that is not a list of models is refused with advice: %s",
  async (body) => {
    const session = await sessionWith(200, body);
    await expect(session.models()).rejects.toMatchObject({
      name: "FlintError",
      code: "request_failed",
      status: 200,
      message: expect.stringContaining("check the address"),
    });
  },
);
