import { readFileSync } from "node:fs";
import { expect, test, vi } from "vitest";
import { useProxy } from "../transport/proxy.fixture.ts";
import { before, type Conversation, type Said, useConversations } from "./conversation.fixture.ts";
import {
  linesOf,
  type SocketServer,
  type TestSocket,
  useSocketServer,
  wordsOf,
} from "./socket-server.fixture.ts";

/** Made for tests, of a host that is everybody's own. */
const read = (name: string) =>
  readFileSync(new URL(`../transport/localhost.${name}.pem`, import.meta.url), "utf8");

const WHOLE = { transport: "websocket", input: "whole" };
const NEW = { transport: "websocket", input: "new" };

// ── before anything has come ────────────────────────────────────────────────────────────────────────────────────

const refused = (code: string, more = {}) => ({
  type: "error",
  status: 400,
  error: { type: "invalid_request_error", code, message: "no", ...more },
});

/** The second answer was made once, to the whole conversation, and is the one that was heard. */
function expectOneAnswer({ created }: SocketServer, { items }: Conversation, { text }: Said): void {
  expect(created).toHaveLength(2);
  const context = created[1]?.context ?? [];
  expect(linesOf(context)).toEqual(linesOf(items.slice(0, -1)));
  expect(text).toBe(wordsOf(context, 12).join(""));
}

test("the whole conversation is sent again, on the same socket, to a server that has lost it", async () => {
  const { server, conversation } = await before();
  await conversation.say("one");
  server.behave = (frame, { send }) => {
    if (frame.previous_response_id === undefined) return false;
    send(refused("previous_response_not_found", { param: "previous_response_id" }));
    return true;
  };
  const two = await conversation.say("two");
  expect(two.finish).toMatchObject({ reason: "stop", route: WHOLE });
  expectOneAnswer(server, conversation, two);
  expect(server.handshakes).toBe(1);
  server.behave = null;
  expect((await conversation.say("three")).finish.route).toEqual(NEW);
});

test("a socket at the server's age limit is replaced by a new one, with the whole conversation", async () => {
  const { server, conversation } = await before();
  await conversation.say("one");
  server.behave = (_, { nth, send }) => {
    if (nth > 0) return false;
    send(refused("websocket_connection_limit_reached"));
    return true;
  };
  const two = await conversation.say("two");
  expect(two.finish).toMatchObject({ reason: "stop", route: WHOLE });
  expectOneAnswer(server, conversation, two);
  await vi.waitFor(() => expect(server.open).toBe(1));
});

test("a server that keeps refusing is asked only a few times", async () => {
  const { server, conversation } = await before({}, { limits: { retries: 1, retryWait: 1 } });
  server.behave = (_, { send }) => {
    send(refused("websocket_connection_limit_reached"));
    return true;
  };
  expect((await conversation.say("one")).finish.error).toMatchObject({ code: "upstream_failed" });
  expect(server.frames.length).toBeLessThanOrEqual(4);
});

test.each([
  ["beside the error", { headers: { "Retry-After": "0.03" } }],
  [
    "within it",
    { error: { code: "rate_limit_exceeded", headers: { "retry-after": 0.03 }, message: "slow" } },
  ],
])("a rate limit is waited out for as long as the headers %s say", async (_, more) => {
  const { server, conversation } = await before();
  let refusals = 0;
  server.behave = (__, { send }) => {
    refusals += 1;
    if (refusals > 1) return false;
    send({ type: "error", status: 429, error: { code: "rate_limit_exceeded", message: "slow" }, ...more });
    return true;
  };
  expect((await conversation.say("one")).finish).toMatchObject({ reason: "stop", route: WHOLE });
  expect(server.handshakes).toBe(1);
});

test("a rate limit with too long a wait is reported with its time", async () => {
  const { server, conversation } = await before();
  server.behave = (_, { send }) => {
    const error = { code: "rate_limit_exceeded", message: "slow" };
    send({ type: "error", status: 429, error, headers: { "retry-after": "3600" } });
    return true;
  };
  expect((await conversation.say("one")).finish.error).toMatchObject({
    code: "rate_limited",
    message: expect.stringContaining("in 3600s"),
  });
  expect(server.frames).toHaveLength(1);
});

test("a field that the server refuses is left out, and the socket is kept", async () => {
  const { server, conversation } = await before();
  server.behave = (frame, { send }) => {
    if (!("temperature" in frame)) return false;
    send(refused("unsupported_parameter", { param: "temperature" }));
    return true;
  };
  expect((await conversation.say("one")).finish.reason).toBe("stop");
  expect(server.handshakes).toBe(1);
});

test("a kept socket that closes on the next request is replaced by a new one", async () => {
  const { server, conversation } = await before();
  await conversation.say("one");
  server.behave = (_, { nth, ws }) => {
    if (nth === 0) ws.terminate();
    return nth === 0;
  };
  expect((await conversation.say("two")).finish).toMatchObject({ reason: "stop", route: WHOLE });
  expect(server.created).toHaveLength(2);
});

test("a kept socket that has died silently is detected and replaced", async () => {
  const { server, conversation } = await before({ autoPong: false }, { timeouts: { question: 1_000 } });
  await conversation.say("one");
  server.behave = (_, { nth }) => nth === 0;
  expect((await conversation.say("two")).finish).toMatchObject({ reason: "stop", route: WHOLE });
  expect(server.created).toHaveLength(2);
});

test("a socket that dies before the first token is detected, however long that token may take", async () => {
  const timeouts = { question: 500, firstByte: 0 };
  const { server, conversation } = await before({ autoPong: false }, { timeouts });
  server.behave = (_, { nth, ws, send }) => {
    // The first lives on for a while, and has begun.
    let pongs = nth === 0 ? 2 : Number.POSITIVE_INFINITY;
    ws.on("ping", () => {
      if (pongs-- > 0) ws.pong();
    });
    if (nth > 0) return false;
    send({ type: "response.created", response: { id: "resp_dead", model: "story", status: "in_progress" } });
    return true;
  };
  expect((await conversation.say("one")).finish).toMatchObject({ reason: "stop", route: WHOLE });
  expect(server.created).toHaveLength(1);
  await vi.waitFor(() => expect(server.open).toBe(1));
});

test("a server that is alive but does not answer times out", async () => {
  const { server, conversation } = await before({}, { timeouts: { firstByte: 100 } });
  server.behave = () => true;
  expect((await conversation.say("one")).finish.error?.message).toMatch(
    /no answer in time.*timeouts\.firstByte/,
  );
  await vi.waitFor(() => expect(server.open).toBe(0));
});

test("a late acknowledgement does not count as the beginning of the answer", async () => {
  const late = { type: "response.interrupt.failed", error: { code: "response_not_active" } };
  const timeouts = { firstByte: 200, silence: 100_000 };
  const { server, conversation } = await before({}, { timeouts });
  server.behave = (_, { send }) => {
    send(late);
    return true;
  };
  expect((await conversation.say("one")).finish.error?.message).toMatch(/no answer in time/);
});

test("a killed server is named by its address, and asked again when it is back", async () => {
  const { server, conversation } = await before({}, { timeouts: { health: 10 } });
  await conversation.say("one");
  await server.stop();
  expect((await conversation.say("two")).finish.error).toMatchObject({
    code: "upstream_failed",
    message: expect.stringMatching(/127\.0\.0\.1:\d+: cannot connect/),
  });
  await server.start();
  expect((await conversation.say("three")).finish.reason).toBe("stop");
});

test("a conversation whose server is killed continues on another one, sent whole", async () => {
  const servers = [await useSocketServer(), await useSocketServer()];
  const conversation = await useConversations(servers[0] as SocketServer, {
    targets: servers.map(({ url }) => ({ preset: "flint", url })),
  }).open();
  await conversation.say("one");
  const [killed, other] = servers[0]?.created.length === 1 ? servers : servers.toReversed();
  await killed?.stop();
  const { finish } = await conversation.say("two");
  expect(finish).toMatchObject({ reason: "stop", route: WHOLE });
  expect(linesOf(other?.created[0]?.context ?? [])).toEqual(linesOf(conversation.items.slice(0, -1)));
  expect((await conversation.say("three")).finish.route).toEqual(NEW);
});

// ── while the answer comes ──────────────────────────────────────────────────────────────────────────────────────

const begin = ({ send }: TestSocket) => {
  send({ type: "response.created", response: { id: "resp_x", model: "story" } });
  send({ type: "response.output_item.added", item: { type: "message", content: [] } });
  send({ type: "response.output_text.delta", delta: "Once" });
};
const failed = (error: unknown) => ({ type: "response.failed", response: { id: "resp_x", error } });

test.each<[string, (socket: TestSocket) => void, string, RegExp]>([
  ["breaks off", ({ ws }) => ws.terminate(), "upstream_failed", /was cut off.*closed with 1006/],
  ["restarts", ({ ws }) => ws.close(1012), "upstream_failed", /was cut off.*closed with 1012/],
  ["falls silent", () => undefined, "upstream_failed", /stopped sending.*timeouts\.silence/],
  ["sends half a JSON", ({ ws }) => ws.send('{"type":"respo'), "upstream_failed", /broken JSON/],
  ["sends a binary message", ({ ws }) => ws.send(Buffer.from("{}")), "upstream_failed", /binary message/],
  [
    "sends too long a message",
    ({ ws }) => ws.send("x".repeat(3000)),
    "upstream_failed",
    /limits\.messageLength/,
  ],
  [
    "sends an error",
    ({ send }) => send(refused("server_error")),
    "prompt_unsupported",
    /refused the request/,
  ],
  ["fails", ({ send }) => send(failed({ code: 500, message: "CUDA" })), "upstream_failed", /\(500\): CUDA/],
])(
  "a server that %s in mid-answer fails only that answer, which is not retried",
  async (_, act, code, message) => {
    const { server, conversation, conversations } = await before(
      {},
      { timeouts: { silence: 1_000 }, limits: { messageLength: 2000 } },
    );
    server.behave = (frame, socket) => {
      if (!JSON.stringify(frame.input).includes("break")) return false;
      begin(socket);
      act(socket);
      return true;
    };
    const other = await conversations.open();
    const [broken, fine] = await Promise.all([conversation.say("break"), other.say("do not")]);
    expect(broken).toMatchObject({
      text: "Once",
      finish: { reason: "error", error: { code, message: expect.stringMatching(message) } },
    });
    expect(fine.finish.reason).toBe("stop");
    expect(server.frames.filter(({ type }) => type === "response.create")).toHaveLength(2);
    server.behave = null;
    expect((await conversation.say("on")).finish.reason).toBe("stop");
  },
);

test("unknown events, keep-alives and late acknowledgements are ignored", async () => {
  const { server, conversation } = await before();
  server.behave = (frame, { send }) => {
    if (frame.type !== "response.create") return false;
    send({ type: "response.interrupt.failed", error: { code: "response_not_active" } });
    send({ type: "keepalive", sequence_number: 1 });
    send({ type: "codex.rate_limits", plan_type: "pro" });
    send({ what: "is this" });
    return false;
  };
  const said = await conversation.say("one");
  expect(said.text.split(" ")).toHaveLength(12);
  expect(said.finish.reason).toBe("stop");
});

test("an error on an idle socket closes only that socket", async () => {
  const { server, conversation } = await before();
  await conversation.say("one");
  server.sockets[0]?.send({ type: "response.interrupt.failed", error: { code: "response_not_active" } });
  server.sockets[0]?.send(refused("websocket_connection_limit_reached"));
  await vi.waitFor(() => expect(server.open).toBe(0));
  expect((await conversation.say("two")).finish).toMatchObject({ reason: "stop", route: WHOLE });
});

test("an abort before the response has begun stops it once it begins", async () => {
  const { server, conversation } = await before({ words: 10_000 });
  let asked: TestSocket | null = null;
  const arrived = new Promise<void>((resolve) => {
    server.behave = ({ type }, socket) => {
      asked ??= socket;
      resolve();
      return type === "response.create";
    };
  });
  const said = conversation.say("one", 0);
  await Promise.race([arrived, said]);
  expect((await said).finish.reason).toBe("aborted");
  // It may have been stopped before it was asked for.
  (asked as TestSocket | null)?.send({
    type: "response.created",
    response: { id: "resp_x", model: "story" },
  });
  server.behave = null;
  expect((await conversation.say("two", 2)).finish.reason).toBe("aborted");
  await vi.waitFor(() => expect(server.writing).toBe(0));
});

test("a slow reader makes the server wait instead of filling memory", async () => {
  const { server, conversation } = await before({}, { limits: { unreadBytes: 50_000 } });
  let buffered = 0;
  server.behave = (_, socket) => {
    begin(socket);
    const delta = "x".repeat(10_000);
    for (let nth = 0; nth < 3_000; nth++) socket.send({ type: "response.output_text.delta", delta });
    const look = () => {
      buffered = socket.ws.bufferedAmount;
      if (socket.ws.readyState === socket.ws.OPEN) setTimeout(look, 5);
    };
    look();
    return true;
  };
  conversation.add({ role: "user", content: "one" });
  await conversation.thread.prefill(conversation.prompt);
  for await (const event of conversation.thread.generate({})) {
    expect(event.type).toBe("burst");
    let last = -1;
    await vi.waitFor(
      () => {
        const isSettled = last === buffered;
        last = buffered;
        expect(isSettled && buffered > 0).toBe(true);
      },
      { interval: 100, timeout: 10_000 },
    );
    expect(buffered).toBeGreaterThan(10_000_000);
    break;
  }
});

// ── on the way ──────────────────────────────────────────────────────────────────────────────────────────────────

test("works over TLS with a custom certificate, through a proxy, and around it for NO_PROXY", async () => {
  const tls = { key: read("key"), cert: read("cert") };
  const [server, proxy] = [await useSocketServer({ tls }), await useProxy()];
  vi.stubEnv("HTTPS_PROXY", proxy.url.replace("//", "//user:secret@"));
  vi.stubEnv("NO_PROXY", "");
  const behind = await useConversations(server, { certificates: tls.cert }).open();
  expect((await behind.say("one")).finish).toMatchObject({ reason: "stop", route: WHOLE });
  // The list of models, and the socket.
  expect(proxy.asked.length).toBeGreaterThanOrEqual(2);

  const asked = proxy.asked.length;
  vi.stubEnv("NO_PROXY", "localhost");
  const past = await useConversations(server, { certificates: tls.cert }).open();
  expect((await past.say("one")).finish).toMatchObject({ reason: "stop", route: WHOLE });
  expect(proxy.asked.length).toBe(asked);
});

test("a plain socket goes through HTTP_PROXY", async () => {
  const [server, proxy] = [await useSocketServer(), await useProxy()];
  vi.stubEnv("HTTP_PROXY", proxy.url);
  vi.stubEnv("NO_PROXY", "");
  const conversation = await useConversations(server).open();
  expect((await conversation.say("one")).finish.route).toEqual(WHOLE);
  expect(proxy.asked.length).toBeGreaterThanOrEqual(2);
});

test("the trace of an answer is sent as the message's metadata", async () => {
  const { server, conversation } = await before();
  const trace = { traceparent: "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01" };
  await conversation.say("one", undefined, { trace });
  expect(server.created[0]?.frame.metadata).toEqual(trace);
});

test("a socket whose answer arrives faster than it is read is reused for the next one", async () => {
  const { server, conversation } = await before({}, { limits: { unreadBytes: 10_000 } });
  const text = "x".repeat(20_000);
  server.behave = (frame, { nth, request, send }) => {
    if (frame.type !== "response.create") return true;
    const id = `resp_${nth}_${server.frames.length}`;
    const item = { type: "message", role: "assistant", content: [{ type: "output_text", text }] };
    // In one piece, so that the end is there before anybody could be held up.
    request.socket.cork();
    send({ type: "response.created", response: { id, model: "story" } });
    send({ type: "response.output_item.added", item: { type: "message", content: [] } });
    send({ type: "response.output_text.delta", delta: text });
    send({ type: "response.output_item.done", item });
    send({ type: "response.completed", response: { id, model: "story" } });
    request.socket.uncork();
    return true;
  };
  const routes = [];
  for (const turn of ["one", "two", "three"]) {
    const said = await conversation.say(turn);
    expect([said.text.length, said.finish.reason]).toEqual([text.length, "stop"]);
    routes.push(said.finish.route);
  }
  expect(routes).toEqual([WHOLE, NEW, NEW]);
  expect([server.handshakes, server.frames.length]).toEqual([1, 3]);
});
