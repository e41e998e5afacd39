import { once } from "node:events";
import type { Scenario } from "@flint/engine";
import { describe, expect, it } from "vitest";
import WebSocket from "ws";
import { recordOf } from "../access/keys.fixture.ts";
import { WatchedEngine } from "../door/watched-engine.fixture.ts";
import { Client, serve, textOf } from "../door/websocket/socket.fixture.ts";
import type { FlintServer } from "../server.ts";
import { StoreError } from "../store/index.ts";

const scenario: Scenario = {
  tokens_per_second: 500,
  turns: [
    { when: { contains: "long" }, steps: [{ repeat: 100_000, text: "word " }] },
    { steps: [{ text: "well" }] },
  ],
};
const past = "2020-01-01T00:00:00Z";

async function ask(server: FlintServer, key: string | null, path: string, init: RequestInit = {}) {
  const headers = key === null ? {} : { authorization: `Bearer ${key}` };
  const answer = await fetch(`${server.url}${path}`, { ...init, headers });
  return { status: answer.status, headers: answer.headers, body: await answer.json() };
}

function post(server: FlintServer, key: string | null, body: object, path = "/responses") {
  return ask(server, key, path, { method: "POST", body: JSON.stringify(body) });
}

/** The answer to an upgrade that is refused. */
async function refusedUpgrade(server: FlintServer, key: string | null) {
  const headers = key === null ? {} : { authorization: `Bearer ${key}` };
  const socket = new WebSocket(`${server.url.replace("http", "ws")}/responses`, { headers });
  const [, response] = await once(socket, "unexpected-response");
  let text = "";
  for await (const chunk of response) text += chunk;
  return { status: response.statusCode, headers: response.headers, body: JSON.parse(text) };
}

describe("a server with keys refuses, over HTTP and in the WebSocket handshake", () => {
  const expired = recordOf({ expires: past });
  const revoked = recordOf({ revoked: past });
  const wrong = recordOf({});
  const keys = [expired, revoked, recordOf({})].map(({ record }) => record);
  const forged = `${expired.text.slice(0, -1)}${expired.text.endsWith("A") ? "B" : "A"}`;
  it.each([
    ["no key", null, "missing_api_key"],
    ["an unknown key", wrong.text, "invalid_api_key"],
    ["what is no key", "anything", "invalid_api_key"],
    ["a known id with another secret", forged, "invalid_api_key"],
    ["an expired key", expired.text, "expired_api_key"],
    ["a revoked key", revoked.text, "revoked_api_key"],
  ])("%s", async (_, key, code) => {
    const server = await serve(scenario, { keys });
    for (const answer of [
      await post(server, key, { input: "go" }),
      await ask(server, key, "/models"),
      await ask(server, key, "/responses/resp_1"),
      await refusedUpgrade(server, key),
    ]) {
      expect([answer.status, answer.body.error.code]).toEqual([401, code]);
      expect(answer.body.error).toMatchObject({ type: "authentication_error", param: null });
      if (key !== null) expect(JSON.stringify(answer.body)).not.toContain(key.slice(-43));
    }
  });

  it("not the health checks, which need no key", async () => {
    const server = await serve(scenario, { keys });
    const { origin } = new URL(server.url);
    expect((await fetch(`${origin}/healthz`)).status).toBe(200);
    expect((await fetch(`${origin}/readyz`)).status).toBe(200);
  });
});

it("a key may do what its scopes allow, and an admin key everything", async () => {
  const lister = recordOf({ scopes: ["models"] });
  const worker = recordOf({ scopes: ["responses"] });
  const watcher = recordOf({ scopes: ["metrics"] });
  const admin = recordOf({ scopes: ["admin"] });
  const keys = [lister, worker, watcher, admin].map(({ record }) => record);
  const server = await serve(scenario, { keys, metrics: true });
  const metrics = (key: string) =>
    fetch(`${new URL(server.url).origin}/metrics`, { headers: { authorization: `Bearer ${key}` } });
  const refused = await post(server, lister.text, { input: "go" });
  expect([refused.status, refused.body.error.code]).toEqual([403, "insufficient_scope"]);
  expect(refused.body.error.message).toContain("this request needs responses");
  expect((await refusedUpgrade(server, lister.text)).body.error.code).toBe("insufficient_scope");
  expect((await ask(server, worker.text, "/models")).status).toBe(403);
  expect((await metrics(worker.text)).status).toBe(403);
  expect((await ask(server, lister.text, "/models")).status).toBe(200);
  expect((await post(server, worker.text, { input: "go" })).status).toBe(200);
  expect((await metrics(watcher.text)).status).toBe(200);
  expect((await metrics(admin.text)).status).toBe(200);
  expect((await post(server, admin.text, { input: "go" })).status).toBe(200);
});

it("another key of the same user can use its responses; a key of another user cannot see them", async () => {
  const old = recordOf({ user: "ann" });
  const next = recordOf({ user: "ann" });
  const other = recordOf({ user: "bob" });
  const server = await serve(scenario, { keys: [old, next, other].map(({ record }) => record) });
  const { body } = await post(server, old.text, { input: "go" });
  server.reload({ keys: [next.record, other.record] });
  expect((await ask(server, old.text, `/responses/${body.id}`)).body.error.code).toBe("invalid_api_key");
  expect((await ask(server, next.text, `/responses/${body.id}`)).status).toBe(200);
  expect((await post(server, next.text, { input: "on", previous_response_id: body.id })).status).toBe(200);
  expect((await ask(server, other.text, `/responses/${body.id}`)).status).toBe(404);
});

describe("revoking a key", () => {
  it("closes its sockets with an error and stops their responses, and leaves other keys alone", async () => {
    const engine = new WatchedEngine(scenario);
    const ann = recordOf({ user: "ann" });
    const bob = recordOf({ user: "bob" });
    const server = await serve(engine, { keys: [ann.record, bob.record] });
    const annSocket = await Client.connect(server, "", ann.text);
    const bobSocket = await Client.connect(server, "", bob.text);
    const stopped = once(engine, "finish");
    // A grace would let it go on without its socket.
    annSocket.create({ input: "long", store: true, flint: { grace: 60_000 } });
    await annSocket.next("response.output_text.delta");
    server.reload({ keys: [{ ...ann.record, revoked: past }, bob.record] });
    expect(await annSocket.next("error")).toMatchObject({ status: 401, error: { code: "revoked_api_key" } });
    expect(await annSocket.untilClosed()).toEqual({ code: 1008, reason: "revoked_api_key" });
    expect((await stopped)[0].reason).toBe("aborted");
    bobSocket.create();
    expect(textOf(await bobSocket.completed())).toBe("well");
  });

  it("fails its pending HTTP answers with revoked_api_key", async () => {
    const engine = new WatchedEngine(scenario);
    const ann = recordOf({});
    const server = await serve(engine, { keys: [ann.record] });
    const begun = once(engine, "generate");
    const answer = post(server, ann.text, { input: "long" });
    await begun;
    server.reload({ keys: [] });
    const { status, body } = await answer;
    expect([status, body.error.code]).toEqual([401, "revoked_api_key"]);
  });
});

it("a key that expires while its socket is open is refused at the next frame", async () => {
  const ann = recordOf({});
  const server = await serve(scenario, { keys: [ann.record] });
  const socket = await Client.connect(server, "", ann.text);
  socket.create();
  await socket.completed();
  // As if its time had come: the record is looked at anew with each frame.
  const soon = new Date(Date.now() + 40).toISOString();
  server.reload({ keys: [{ ...ann.record, expires: soon }] });
  while (Date.now() <= Date.parse(soon)) await new Promise((resolve) => setImmediate(resolve));
  socket.create();
  expect(await socket.next("error")).toMatchObject({ error: { code: "expired_api_key" } });
  expect((await socket.untilClosed()).code).toBe(1008);
});

it("a server that gets its first keys while it runs disconnects clients without a key", async () => {
  const server = await serve(scenario);
  const socket = await Client.connect(server);
  socket.create();
  await socket.completed();
  server.reload({ keys: [] });
  expect((await socket.next("error")).error.code).toBe("missing_api_key");
  expect((await socket.untilClosed()).code).toBe(1008);
  expect((await post(server, null, { input: "go" })).status).toBe(401);
});

describe("a key over its limit is refused with 429 and a retry time, and others are not affected", () => {
  it("for requests a minute, over HTTP", async () => {
    const ann = recordOf({ limits: { requestsPerMinute: 2 } });
    const bob = recordOf({});
    const server = await serve(scenario, { keys: [ann.record, bob.record] });
    const first = await post(server, ann.text, { input: "go" });
    expect(first.status).toBe(200);
    expect(first.headers.get("x-ratelimit-limit-requests")).toBe("2");
    expect(first.headers.get("x-ratelimit-remaining-requests")).toBe("1");
    expect(first.headers.get("x-ratelimit-reset-requests")).toMatch(/^(29|30)(\.\d)?s$/);
    await post(server, ann.text, { input: "go" });
    const flood = await Promise.all(
      Array.from({ length: 20 }, () => post(server, ann.text, { input: "go" })),
    );
    for (const { status, headers, body } of flood) {
      expect([status, body.error.type, body.error.code]).toEqual([
        429,
        "rate_limit_error",
        "rate_limit_exceeded",
      ]);
      expect(Number(headers.get("retry-after"))).toBeGreaterThanOrEqual(1);
      expect(Number(headers.get("retry-after-ms"))).toBeGreaterThan(0);
      expect(headers.get("x-ratelimit-remaining-requests")).toBe("0");
    }
    expect((await post(server, bob.text, { input: "go" })).status).toBe(200);
  });

  it("for requests a minute, over WebSocket: its conversations stay and interrupts still work", async () => {
    const ann = recordOf({ limits: { requestsPerMinute: 2 } });
    const bob = recordOf({});
    const server = await serve(scenario, { keys: [ann.record, bob.record] });
    const [annSocket, bobSocket] = [
      await Client.connect(server, "", ann.text),
      await Client.connect(server, "", bob.text),
    ];
    annSocket.create({ stream_id: "a", input: "long" });
    const { response } = await annSocket.next("response.created");
    annSocket.create({ stream_id: "b" });
    const { id } = await annSocket.completed();
    annSocket.create({ stream_id: "b", previous_response_id: id });
    const refused = await annSocket.next("error");
    expect(refused).toMatchObject({ status: 429, stream_id: "b", error: { code: "rate_limit_exceeded" } });
    expect(Number(refused.error.headers?.["retry-after"])).toBeGreaterThanOrEqual(1);
    annSocket.create({ stream_id: "b", previous_response_id: id });
    expect((await annSocket.next("error")).error.code).toBe("rate_limit_exceeded");
    annSocket.send({ type: "response.interrupt", response_id: response.id });
    await annSocket.next("response.incomplete");
    bobSocket.create();
    expect(textOf(await bobSocket.completed())).toBe("well");
  });

  it("for tokens a minute: use beyond the limit is a debt", async () => {
    const ann = recordOf({ limits: { tokensPerMinute: 3 } });
    const server = await serve(scenario, { keys: [ann.record] });
    const { status, body } = await post(server, ann.text, { input: "a few words that are more than that" });
    expect(status).toBe(200);
    expect(body.usage.total_tokens).toBeGreaterThan(3);
    const refused = await post(server, ann.text, { input: "go" });
    expect(refused.status).toBe(429);
    expect(refused.body.error.message).toMatch(/3 tokens a minute.*please try again in \d+\.\d{3}s$/);
    expect(refused.headers.get("x-ratelimit-limit-tokens")).toBe("3");
    expect(refused.headers.get("x-ratelimit-remaining-tokens")).toBe("0");
    // What it has made is still there.
    expect((await ask(server, ann.text, `/responses/${body.id}`)).status).toBe(200);
  });

  it("for tokens a minute: a steer gets no successor and its input is given back", async () => {
    const ann = recordOf({ limits: { tokensPerMinute: 3 } });
    const server = await serve(scenario, { keys: [ann.record] });
    const socket = await Client.connect(server, "", ann.text);
    socket.create({ input: "long" });
    const { response } = await socket.next("response.created");
    await socket.next("response.output_text.delta");
    const input = [{ role: "user", content: "something else" }];
    socket.send({ type: "response.steer", previous_response_id: response.id, input });
    await socket.next("response.incomplete");
    const { error, steer } = await socket.next("response.steer.failed");
    expect(error.code).toBe("successor_creation_failed");
    expect(error.message).toMatch(/3 tokens a minute .*try again in .*response\.create$/);
    expect(steer.input).toEqual(input);
    // The conversation is still there, for when there are tokens again.
    server.reload({ keys: [{ ...ann.record, limits: { tokensPerMinute: 1e9 } }] });
    const next = () => socket.create({ input, previous_response_id: response.id });
    await expect.poll(async () => (next(), await socket.outcome())).toBe("well");
  });

  it("for tokens a minute: the input of a warm-up counts", async () => {
    const ann = recordOf({ limits: { tokensPerMinute: 50 } });
    const server = await serve(scenario, { keys: [ann.record] });
    const socket = await Client.connect(server, "", ann.text);
    socket.create({ generate: false, input: "word ".repeat(100) });
    const { id } = await socket.completed();
    const codes = async () => {
      socket.create({ previous_response_id: id, generate: false });
      return socket.outcome();
    };
    await expect.poll(codes).toBe("rate_limit_exceeded");
  });

  it("for responses at once, over HTTP and WebSocket together, and for sockets", async () => {
    const ann = recordOf({ limits: { responses: 2, sockets: 1 } });
    const bob = recordOf({});
    const server = await serve(scenario, { keys: [ann.record, bob.record] });
    const socket = await Client.connect(server, "", ann.text);
    const refusal = await refusedUpgrade(server, ann.text);
    expect([refusal.status, refusal.body.error.code]).toEqual([429, "rate_limit_exceeded"]);
    expect(refusal.headers["retry-after"]).toBe("1");
    for (const lane of ["a", "b"]) {
      socket.create({ stream_id: lane, input: "long" });
      await socket.next("response.output_text.delta", ({ stream_id }) => stream_id === lane);
    }
    socket.create({ stream_id: "c" });
    expect(await socket.next("error")).toMatchObject({ status: 429, stream_id: "c" });
    expect((await post(server, ann.text, { input: "go" })).status).toBe(429);
    expect((await post(server, bob.text, { input: "go" })).status).toBe(200);
    const running = socket.frames.flatMap((frame) =>
      frame.type === "response.created" ? [frame.response.id] : [],
    );
    socket.send({ type: "response.interrupt", response_id: running[0] });
    await socket.next("response.incomplete");
    expect((await post(server, ann.text, { input: "go" })).status).toBe(200);
    socket.socket.close();
    await socket.untilClosed();
    await (await Client.connect(server, "", ann.text)).settle();
  });

  it("until a reloaded record raises its limit", async () => {
    const ann = recordOf({ limits: { requestsPerMinute: 1 } });
    const server = await serve(scenario, { keys: [ann.record] });
    await post(server, ann.text, { input: "go" });
    expect((await post(server, ann.text, { input: "go" })).status).toBe(429);
    server.reload({ keys: [{ ...ann.record, limits: { requestsPerMinute: 100_000_000 } }] });
    expect((await post(server, ann.text, { input: "go" })).status).toBe(200);
  });
});

it("a conversation survives a create that was refused because its rate could not be checked", async () => {
  const ann = recordOf({});
  let isGone = false;
  const state = { isAllowed: true, remaining: 1, retryAfter: 0, reset: 0 };
  const rateCounters = {
    take: async () => {
      if (isGone) throw new StoreError("store_unreachable", "it does not answer");
      return state;
    },
    spend: async () => undefined,
  };
  const server = await serve(scenario, { keys: [ann.record], rateCounters });
  const socket = await Client.connect(server, "", ann.text);
  socket.create();
  const { id } = await socket.completed();
  isGone = true;
  socket.create({ previous_response_id: id });
  expect((await socket.next("error")).error.code).toBe("store_unavailable");
  isGone = false;
  socket.create({ previous_response_id: id });
  expect(textOf(await socket.completed())).toBe("well");
});

describe("beyond loopback", () => {
  const ann = recordOf({});
  const from = async (server: FlintServer, host: string, origin?: string) => {
    const { request } = await import("node:http");
    const headers = { host, authorization: `Bearer ${ann.text}`, ...(origin && { origin }) };
    const sent = request({ port: server.port, path: "/v1/models", headers }).end();
    const [answer] = await once(sent, "response");
    answer.resume();
    return answer.statusCode;
  };

  it("a server that listens on all addresses answers to any host name, and to pages of the same origin", async () => {
    const server = await serve(scenario, { keys: [ann.record], host: "0.0.0.0" });
    expect(await from(server, "flint.example:80")).toBe(200);
    expect(await from(server, "flint.example", "https://flint.example")).toBe(200);
    expect(await from(server, "flint.example", "https://evil.example")).toBe(403);
  });

  it("a server answers to localhost and the host names it is given, and to no others", async () => {
    const server = await serve(scenario, { keys: [ann.record], hosts: ["Flint.example"] });
    expect(await from(server, "flint.example")).toBe(200);
    expect(await from(server, "localhost")).toBe(200);
    expect(await from(server, "evil.example")).toBe(403);
    expect(await from(server, "127.0.0.1", "https://127.0.0.1")).toBe(403);
  });
});
