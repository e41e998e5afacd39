import { once } from "node:events";
import { type AddressInfo, createServer, type Server } from "node:net";
import { expect, onTestFinished, test } from "vitest";
import { connect, listen } from "./session.fixture.ts";

function portOf(server: Server): number {
  return (server.address() as AddressInfo).port;
}

test("a session is open once connected, and closes for good", async () => {
  const server = await listen();
  const session = await connect(server, { apiKey: "secret" });
  expect(session.url).toBe(`${server.url}/v1`);
  expect(session.connection).toEqual({ status: "open", transport: "websocket" });
  expect(server.authorization).toBe("Bearer secret");

  await session.close();
  await session.close();
  expect(session.connection).toEqual({ status: "closed" });
  await expect(session.optimizeCode("let a;")).rejects.toMatchObject({ code: "session_closed" });
});

test("closing a session rejects its turns and calls onClose once", async () => {
  const server = await listen();
  let closed = 0;
  const session = await connect(server, {
    onClose: async () => {
      closed++;
    },
  });
  const turn = session.optimizeCode("let a;");
  const create = await server.next("response.create");
  create.begin();
  await Promise.all([session.close(), session.close()]);
  await expect(turn).rejects.toMatchObject({ code: "session_closed" });
  expect(closed).toBe(1);
});

test("an address without a server fails after connectAttempts, with advice in the message", async () => {
  const server = await listen();
  const { url } = server;
  await server.close();
  await expect(connect(url, { limits: { connectAttempts: 2 } })).rejects.toMatchObject({
    code: "connection_failed",
    message: expect.stringContaining("flint serve"),
  });
});

test.each([
  [401, "pass a valid apiKey"],
  [404, "check the address"],
  [400, "refused by the test"],
])("a refusal with status %i is not retried", async (status, hint) => {
  const server = await listen();
  server.refuse = status;
  await expect(connect(server)).rejects.toMatchObject({
    code: "connection_failed",
    status,
    message: expect.stringContaining(hint),
  });
  expect(server.upgrades).toBe(1);
});

test("a refusal with status 503 is retried", async () => {
  const server = await listen();
  server.refuse = 503;
  await expect(connect(server, { limits: { connectAttempts: 3 } })).rejects.toMatchObject({ status: 503 });
  expect(server.upgrades).toBe(3);
});

test("a server that never answers the upgrade fails after connectTimeout", async () => {
  const silent = createServer();
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  await expect(
    connect(`http://127.0.0.1:${portOf(silent)}`, { limits: { connectTimeout: 50, connectAttempts: 1 } }),
  ).rejects.toMatchObject({ code: "connection_failed", message: expect.stringContaining("50 ms") });
  silent.close();
});

test("connecting can be aborted", async () => {
  const server = await listen();
  server.refuse = 503;
  const abort = new AbortController();
  const opening = connect(server, {
    signal: abort.signal,
    limits: { connectAttempts: 1_000, backoff: [60_000, 60_000] },
  });
  abort.abort();
  await expect(opening).rejects.toMatchObject({ code: "aborted" });
});

test("closing a session does not wait for a list of models that never arrives", async () => {
  const silent = createServer();
  await new Promise<void>((resolve) => silent.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => void silent.close());
  const asked = once(silent, "connection");
  const session = await connect(`http://127.0.0.1:${portOf(silent)}`, { transport: "http" });
  const models = session.models();
  await asked;
  await session.close();
  await expect(models).rejects.toMatchObject({ code: "session_closed" });
});

test("session.models() returns the server's models", async () => {
  const session = await connect(await listen());
  expect(await session.models()).toEqual([{ id: "m", object: "model", created: 0, owned_by: "test" }]);
});

test.each([
  ["answerLength", -1],
  ["concurrentTurns", 0],
  ["concurrentTurns", 33],
  ["idleTimeout", Number.NaN],
  ["idleTimeout", [5]],
  ["backoff", 100],
  ["backoff", [100]],
  ["backoff", [100, 200, 300]],
  ["backoff", ["100", 200]],
  ["backoff", [-1, 200]],
  ["backoff", [200, 100]],
  ["backoff", null],
])("limits.%s of %j is refused", async (name, value) => {
  const server = await listen();
  await expect(connect(server, { limits: { [name]: value } })).rejects.toMatchObject({
    code: "invalid_argument",
    message: expect.stringContaining(`limits.${name}`),
  });
});

test("a failing onClose does not hide why the session could not be opened", async () => {
  const server = await listen();
  server.refuse = 401;
  const onClose = () => Promise.reject(new Error("the clean-up failed"));
  await expect(connect(server, { onClose })).rejects.toMatchObject({
    code: "connection_failed",
    status: 401,
  });
  const controller = new AbortController();
  const opening = connect(server, { onClose, signal: controller.signal });
  controller.abort();
  await expect(opening).rejects.toMatchObject({ code: "aborted" });
});
