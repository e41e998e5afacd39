import { expect, test } from "vitest";
import { before, useConversations } from "./conversation.fixture.ts";
import { useSocketServer } from "./socket-server.fixture.ts";

const HTTP = { transport: "http", input: "whole" };
const WHOLE = { transport: "websocket", input: "whole" };

test.each([426, 404, 400, 200])(
  "a handshake answered with %i is reported and remembered, and HTTP is used instead",
  async (status) => {
    const { server, conversations, conversation } = await before();
    server.shake = () => status;
    for (const text of ["one", "two"]) {
      const { finish } = await conversation.say(text);
      expect(finish).toMatchObject({ reason: "stop", route: HTTP });
    }
    expect(server.handshakes).toBe(1);
    expect(conversations.warnings).toEqual([
      expect.stringMatching(new RegExp(`accepts no WebSocket .*${status}.*HTTP is used`)),
    ]);
  },
);

test.each([401, 429, 503])(
  "a handshake answered with %i is tried again by the next request",
  async (status) => {
    const { server, conversations, conversation } = await before();
    server.shake = () => status;
    expect((await conversation.say("one")).finish).toMatchObject({ reason: "stop", route: HTTP });
    server.shake = () => "open";
    expect((await conversation.say("two")).finish.route).toEqual(WHOLE);
    expect(conversations.warnings).toEqual([]);
  },
);

test("a handshake without an answer times out, and the next request does not try one", async () => {
  const { server, conversation } = await before({}, { timeouts: { connect: 500 } });
  server.shake = () => "hang";
  expect((await conversation.say("one")).finish).toMatchObject({ reason: "stop", route: HTTP });
  expect((await conversation.say("two")).finish).toMatchObject({ reason: "stop", route: HTTP });
  expect(server.handshakes).toBe(1);
});

test("a handshake whose connection breaks is reported and remembered, and HTTP is used instead", async () => {
  const { server, conversations, conversation } = await before();
  server.shake = () => "break";
  for (const text of ["one", "two"])
    expect((await conversation.say(text)).finish).toMatchObject({ reason: "stop", route: HTTP });
  expect(server.handshakes).toBe(1);
  expect(conversations.warnings).toEqual([expect.stringContaining("no answer to the handshake")]);
});

test("a refused handshake is forgotten in time", async () => {
  const { server, conversation } = await before({}, { timeouts: { socketRefusal: 0 } });
  server.shake = () => 426;
  await conversation.say("one");
  server.shake = () => "open";
  expect((await conversation.say("two")).finish.route).toEqual(WHOLE);
});

test("a target with WebSockets switched off gets no handshake", async () => {
  const server = await useSocketServer();
  const conversation = await useConversations(server, {}, { webSocket: false }).open();
  expect((await conversation.say("one")).finish.route).toEqual(HTTP);
  expect(server.handshakes).toBe(0);
});
