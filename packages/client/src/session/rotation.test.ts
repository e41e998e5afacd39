import { ApiError } from "@flint/protocol";
import { expect, test } from "vitest";
import { connect, listen, until } from "./session.fixture.ts";

test("an old connection is replaced by a warmed-up one, and a running turn ends on the old one", async () => {
  const server = await listen();
  const session = await connect(server, { warmUp: true, limits: { connectionAge: 400 } });
  (await server.next("response.create")).begin().complete();
  const states: string[] = [];
  session.onConnectionChange(({ status }) => states.push(status));
  const running = session.respond({ input: "one" });
  const arrival = await server.next("response.create");
  const answer = arrival.begin().text("1");
  await until(running, "text");

  const warm = await server.next("response.create");
  expect(warm.create).toMatchObject({ generate: false });
  expect(warm.socket).not.toBe(arrival.socket);
  const turn = session.respond({ input: "two" });
  const later = await server.next("response.create");
  expect(later.socket).toBe(warm.socket);
  later.begin().text("2").complete();
  expect(await turn).toMatchObject({ text: "2" });

  const closed = new Promise((resolve) => arrival.socket?.once("close", resolve));
  answer.text("!").complete();
  expect(await running).toMatchObject({ text: "1!" });
  expect(await closed).toBe(1000);
  expect(states).toEqual([]);
});

test("an old connection stays in use while it cannot be replaced", async () => {
  const server = await listen();
  const session = await connect(server, { limits: { connectionAge: 50, reconnectAttempts: 2 } });
  server.refuse = 503;
  await server.refused(2);
  const turn = session.respond({ input: "one" });
  (await server.next("response.create")).begin().text("1").complete();
  expect(await turn).toMatchObject({ text: "1" });
  expect(session.connection.status).toBe("open");
});

test.each(["server_shutting_down", "websocket_connection_limit_reached"])(
  "a request refused with %s moves to another connection, and running turns end on the old one",
  async (code) => {
    const server = await listen();
    const session = await connect(server, { limits: { restarts: 0 } });
    const running = session.respond({ input: "one" });
    const answer = (await server.next("response.create")).begin().text("1");
    await until(running, "text");
    const turn = session.respond({ input: "two" });
    const refused = await server.next("response.create");
    refused.refuse(new ApiError(503, code, "not here"));
    const again = await server.next("response.create");
    expect(again.socket).not.toBe(refused.socket);
    again.begin().text("2").complete();
    expect(await turn).toMatchObject({ text: "2" });
    answer.complete();
    expect(await running).toMatchObject({ text: "1" });
  },
);

test("a session fails when the server refuses a request on every connection", async () => {
  const server = await listen();
  const session = await connect(server, { limits: { reconnectAttempts: 2 } });
  const turn = session.respond({ input: "one" });
  for (let n = 0; n < 3; n++) {
    (await server.next("response.create")).refuse(new ApiError(503, "server_shutting_down", "not here"));
  }
  await expect(turn).rejects.toMatchObject({ code: "connection_failed" });
  expect(session.connection.status).toBe("failed");
});

test("a connectionAge longer than a timer can wait never replaces the connection", async () => {
  const server = await listen();
  const session = await connect(server, { limits: { connectionAge: 2 ** 40, idleTimeout: 2 ** 40 } });
  const sockets = new Set();
  for (const letter of ["1", "2", "3"]) {
    const turn = session.respond({ input: "one" });
    const arrival = await server.next("response.create");
    sockets.add(arrival.socket);
    arrival.begin().text(letter).complete();
    expect(await turn).toMatchObject({ text: letter });
  }
  expect(sockets.size).toBe(1);
});

test("a turn aborted on an old connection is stopped on the new one when the old one is cut", async () => {
  const server = await listen();
  server.resumes = true;
  const session = await connect(server, { limits: { connectionAge: 1_500 } });
  const abort = new AbortController();
  const turn = session.respond({ input: "one", signal: abort.signal });
  const arrival = await server.next("response.create");
  const answer = arrival.begin().text("1");
  await until(turn, "text");
  await server.connected();
  abort.abort();
  await expect(turn).rejects.toMatchObject({ code: "aborted" });
  await server.next("response.interrupt");
  arrival.socket?.terminate();
  (await server.next("response.resume")).resume(answer);
  // At once, and not when that is replaced, too.
  expect(server.upgrades).toBe(2);
  const stop = await server.next("response.interrupt");
  expect(stop.frame).toMatchObject({ response_id: answer.id });
  expect(stop.socket).not.toBe(arrival.socket);
});
