import { ApiError, events } from "@flint/protocol";
import { expect, test } from "vitest";
import { connect, eventsOf, listen, stateOf, until } from "./session.fixture.ts";

test("an edit whose connection is cut restarts on the next one", async () => {
  const server = await listen();
  const session = await connect(server);
  const states: string[] = [];
  session.onConnectionChange(({ status }) => states.push(status));
  const turn = session.edit({ code: "let a = 1;", instruction: "x" });
  (await server.next("response.create")).begin().text("let b");
  await until(turn, "text");
  server.drop();
  (await server.next("response.create")).begin().text("let c = 1;").complete();
  expect(await turn).toMatchObject({ code: "let c = 1;", status: "completed" });
  expect((await eventsOf(turn)).map((event) => event.type)).toEqual([
    "text",
    "restart",
    "text",
    "hunk",
    "timings",
  ]);
  expect(states).toEqual(["reconnecting", "open"]);
});

test("a reconnecting session says why the connection was lost and that it reconnects by itself", async () => {
  const server = await listen();
  const session = await connect(server);
  const reconnecting = stateOf(session, "reconnecting");
  server.drop();
  await reconnecting;
  expect(session.connection).toMatchObject({
    status: "reconnecting",
    error: {
      code: "connection_lost",
      message:
        "the connection was lost (dropped without a close frame, 1006): the session reconnects by itself",
    },
  });
});

test("an edit fails after limits.restarts when its connections keep being cut", async () => {
  const server = await listen();
  const session = await connect(server, { limits: { restarts: 1 } });
  const turn = session.optimizeCode("let a = 1;");
  for (let n = 0; n < 2; n++) {
    (await server.next("response.create")).begin();
    server.drop();
  }
  await expect(turn).rejects.toMatchObject({ code: "connection_lost" });
});

test("a steered edit keeps its accepted steer when the connection is cut", async () => {
  const server = await listen();
  const session = await connect(server);
  const turn = session.edit({ code: "let a = 1;", instruction: "rename" });
  const answer = (await server.next("response.create")).begin().text("let bad");
  await until(turn, "text");
  const steered = turn.steer("call it count");
  await server.next("response.steer");
  answer.event(events.steerAccepted("steer_1", answer.id));
  await steered;
  server.drop();
  const again = await server.next("response.create");
  expect(again.create.input.map((item) => ("role" in item ? item.role : item.type))).toEqual([
    "user",
    "assistant",
    "user",
  ]);
  expect(again.create.input[1]).toMatchObject({ status: "incomplete", content: [{ text: "let bad" }] });
  again.begin().text("let count = 1;").complete();
  expect(await turn).toMatchObject({ code: "let count = 1;" });
});

test("a steer on a connection that died silently is sent on the next one", async () => {
  const server = await listen();
  const session = await connect(server, { limits: { pongTimeout: 50 } });
  const turn = session.edit({ code: "let a = 1;", instruction: "rename" });
  (await server.next("response.create")).begin().text("let bad");
  await until(turn, "text");
  server.deafen();
  const steered = turn.steer("call it count");
  const again = await server.next("response.create");
  const answer = again.begin().text("let bad");
  await server.next("response.steer");
  answer.event(events.steerAccepted("steer_1", answer.id));
  await steered;
  answer.incomplete("steered");
  again.begin(answer.id).text("let count = 1;").complete();
  expect(await turn).toMatchObject({ code: "let count = 1;" });
});

test("a conversation continues by id on its connection, and is sent in full on the next", async () => {
  const server = await listen();
  const session = await connect(server);
  const first = session.respond({ input: "one" });
  (await server.next("response.create")).begin().text("1").complete();
  const { responseId } = await first;

  const second = session.respond({ input: "two", previousResponseId: responseId });
  const continued = await server.next("response.create");
  expect(continued.create).toMatchObject({ previous_response_id: responseId });
  expect(continued.create.input).toHaveLength(1);
  continued.begin().text("2").complete();
  const after = await second;

  const reopened = server.connected();
  server.drop();
  await reopened;
  const third = session.respond({ input: "three", previousResponseId: after.responseId });
  const whole = await server.next("response.create");
  expect(whole.create).not.toHaveProperty("previous_response_id");
  expect(whole.create.input).toMatchObject([
    { role: "user", content: [{ text: "one" }] },
    { role: "assistant", content: [{ text: "1" }] },
    { role: "user", content: [{ text: "two" }] },
    { role: "assistant", content: [{ text: "2" }] },
    { role: "user", content: [{ text: "three" }] },
  ]);
  whole.begin().text("3").complete();
  expect(await third).toMatchObject({ text: "3" });
});

test("the whole conversation is sent again to a server that has lost it", async () => {
  const server = await listen();
  const session = await connect(server);
  const first = session.respond({ input: "one" });
  (await server.next("response.create")).begin().text("1").complete();
  const { responseId } = await first;
  const second = session.respond({ input: "two", previousResponseId: responseId });
  const refused = await server.next("response.create");
  refused.refuse(new ApiError(400, "previous_response_not_found", "gone", "previous_response_id"));
  const whole = await server.next("response.create");
  expect(whole.create.input).toHaveLength(3);
  whole.begin().text("2").complete();
  expect(await second).toMatchObject({ text: "2" });
});

test("an unknown response that this session did not make fails the turn", async () => {
  const server = await listen();
  const session = await connect(server);
  const turn = session.respond({ input: "go on", previousResponseId: "resp_elsewhere" });
  (await server.next("response.create")).refuse(
    new ApiError(400, "previous_response_not_found", "no such response", "previous_response_id"),
  );
  await expect(turn).rejects.toMatchObject({
    code: "request_failed",
    serverCode: "previous_response_not_found",
  });
});

test("an answer that was partly shown is not requested again", async () => {
  const server = await listen();
  const session = await connect(server);
  const turn = session.respond({ input: "one" });
  (await server.next("response.create")).begin().text("par");
  await until(turn, "text");
  server.drop();
  await expect(turn).rejects.toMatchObject({
    code: "connection_lost",
    message: expect.stringContaining("run it again"),
  });
});

test("turns that begin while the connection is down wait for it", async () => {
  const server = await listen();
  const { port } = server;
  const session = await connect(server, { limits: { reconnectAttempts: 1_000 } });
  await Promise.all([stateOf(session, "reconnecting"), server.close()]);
  const turn = session.optimizeCode("let a = 1;");
  expect(session.connection.status).toBe("reconnecting");
  const again = await listen(port);
  (await again.next("response.create")).begin().text("let b = 1;").complete();
  expect(await turn).toMatchObject({ code: "let b = 1;" });
});

test("turns aborted while the connection is down make room for others", async () => {
  const server = await listen();
  const { port } = server;
  const session = await connect(server, { limits: { reconnectAttempts: 1_000, waitingTurns: 2 } });
  await Promise.all([stateOf(session, "reconnecting"), server.close()]);
  for (let n = 0; n < 5; n++) {
    const abort = new AbortController();
    const turn = session.optimizeCode("let a = 1;", { signal: abort.signal });
    abort.abort();
    await expect(turn).rejects.toMatchObject({ code: "aborted" });
  }
  const turn = session.optimizeCode("let a = 1;");
  const again = await listen(port);
  (await again.next("response.create")).begin().text("let b = 1;").complete();
  expect(await turn).toMatchObject({ code: "let b = 1;" });
});

test("a failed connection is tried again by the next turn", async () => {
  const server = await listen();
  const { port } = server;
  const session = await connect(server, { limits: { reconnectAttempts: 1 } });
  await Promise.all([stateOf(session, "failed"), server.close()]);
  await expect(session.optimizeCode("let a;")).rejects.toMatchObject({ code: "connection_failed" });
  const again = await listen(port);
  const turn = session.optimizeCode("let a = 1;");
  (await again.next("response.create")).begin().text("let b = 1;").complete();
  expect(await turn).toMatchObject({ code: "let b = 1;" });
});

test("turns that every socket refuses fail together after reconnectAttempts", async () => {
  const server = await listen();
  const session = await connect(server, { limits: { reconnectAttempts: 2 } });
  const turns = ["one", "two", "three"].map((input) => session.respond({ input }));
  for (let n = 0; n < 3; n++) {
    const arrivals = await Promise.all(turns.map(() => server.next("response.create")));
    for (const arrival of arrivals) arrival.refuse(new ApiError(503, "server_shutting_down", "later"));
  }
  for (const turn of turns) await expect(turn).rejects.toMatchObject({ code: "connection_failed" });
  expect(server.upgrades).toBe(3);
});

test("a socket that answers no ping is replaced", async () => {
  const server = await listen();
  const session = await connect(server, { limits: { pingAfter: 20, pongTimeout: 20 } });
  const turn = session.optimizeCode("let a = 1;");
  const arrival = await server.next("response.create");
  const again = server.next("response.create");
  arrival.socket?.pause();
  (await again).begin().text("let b = 1;").complete();
  expect(await turn).toMatchObject({ code: "let b = 1;" });
});

test("a connection that the server calls too old is replaced without losing running turns", async () => {
  const server = await listen();
  const session = await connect(server);
  const running = session.respond({ input: "one" });
  const answer = (await server.next("response.create")).begin().text("1");
  await until(running, "text");
  const turn = session.optimizeCode("let a = 1;");
  const refused = await server.next("response.create");
  refused.refuse(new ApiError(400, "websocket_connection_limit_reached", "60 minutes"));
  answer.complete();
  expect(await running).toMatchObject({ text: "1" });
  const again = await server.next("response.create");
  expect(again.socket).not.toBe(refused.socket);
  again.begin().text("let b = 1;").complete();
  expect(await turn).toMatchObject({ code: "let b = 1;" });
});
