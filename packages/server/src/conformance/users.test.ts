import { once } from "node:events";
import type { Scenario } from "@flint/engine";
import { describe, expect, it, onTestFinished } from "vitest";
import WebSocket from "ws";
import { Client, serve, textOf } from "../door/websocket/socket.fixture.ts";
import type { FlintServer } from "../server.ts";

const scenario: Scenario = {
  tokens_per_second: 500,
  turns: [
    { when: { contains: "Write a summary" }, steps: [{ text: "They like sums." }] },
    { when: { contains: "long" }, steps: [{ repeat: 100_000, text: "word " }] },
    { steps: [{ text: "well" }] },
  ],
};

/** A request of one user; null for one without a key. */
async function ask(server: FlintServer, key: string | null, path: string, init: RequestInit = {}) {
  const headers = key === null ? {} : { authorization: `Bearer ${key}` };
  const answer = await fetch(`${server.url}${path}`, { ...init, headers });
  return { status: answer.status, body: await answer.json() };
}

function post(server: FlintServer, key: string | null, body: object, path = "/responses") {
  return ask(server, key, path, { method: "POST", body: JSON.stringify(body) });
}

/** An answer without what differs by the id that was asked for. */
function plain(answer: { status: number; body: unknown }, id: string): string {
  return JSON.stringify(answer).replaceAll(id, "ID");
}

const unknown = "resp_00000000000000000000000000000000";

describe.each([
  ["another user", "bob"],
  ["a request without a key", null],
])("for %s, a user's data looks as if it did not exist", (_, other) => {
  it("a stored response cannot be retrieved, listed, cancelled, deleted, replayed or continued", async () => {
    const server = await serve(scenario);
    const { body } = await post(server, "ann", { input: "go" });
    const { id } = body;
    for (const [path, method] of [
      ["", "GET"],
      ["?stream=true", "GET"],
      ["/input_items", "GET"],
      ["/cancel", "POST"],
      ["", "DELETE"],
    ] as const) {
      const foreign = await ask(server, other, `/responses/${id}${path}`, { method });
      const missing = await ask(server, other, `/responses/${unknown}${path}`, { method });
      expect(foreign.status, path).toBe(404);
      expect(plain(foreign, id)).toBe(plain(missing, unknown));
    }
    const foreign = await post(server, other, { input: "on", previous_response_id: id });
    const missing = await post(server, other, { input: "on", previous_response_id: unknown });
    expect(foreign.body.error.code).toBe("previous_response_not_found");
    expect(plain(foreign, id)).toBe(plain(missing, unknown));
    expect((await ask(server, "ann", `/responses/${id}`)).status).toBe(200);
    expect((await post(server, "ann", { input: "on", previous_response_id: id })).status).toBe(200);
  });

  it("a running response cannot be resumed, steered, interrupted, cancelled or continued", async () => {
    const server = await serve(scenario);
    const ann = await Client.connect(server, "", "ann");
    ann.create({ input: "long", store: true, flint: { grace: 10_000, request_id: "req_a" } });
    const { response } = await ann.next("response.created");
    await ann.next("response.output_text.delta");
    const bob = await Client.connect(server, "", other ?? undefined);
    for (const id of [response.id, "req_a"]) {
      bob.send({ type: "response.resume", response_id: id, stream_id: "a" });
      expect(await bob.next("error")).toMatchObject({
        stream_id: "a",
        error: { code: "response_not_found", message: expect.not.stringContaining("ann") },
      });
      bob.send({ type: "response.interrupt", response_id: id });
      expect((await bob.next("response.interrupt.failed")).error.code).toBe("response_not_found");
      expect((await ask(server, other, `/responses/${id}/cancel`, { method: "POST" })).status).toBe(404);
      expect((await ask(server, other, `/responses/${id}`)).status).toBe(404);
    }
    bob.send({ type: "response.steer", previous_response_id: response.id, input: "x" });
    expect((await bob.next("response.steer.failed")).error.code).toBe("response_not_found");
    bob.create({ previous_response_id: response.id });
    expect((await bob.next("error")).error.code).toBe("previous_response_not_found");
    ann.send({ type: "response.interrupt", response_id: response.id });
    await ann.next("response.incomplete");
    expect(ann.frames.filter(({ type }) => type === "error")).toEqual([]);
  });

  it("an item cannot be referenced, and a compaction cannot be read", async () => {
    const server = await serve(scenario);
    const { body } = await post(server, "ann", { input: "go" });
    const reference = { type: "item_reference", id: body.output[0].id };
    expect((await post(server, other, { input: [reference] })).body.error.code).toBe("item_not_found");
    expect((await post(server, "ann", { input: [reference] })).status).toBe(200);
    const { body: compacted } = await post(server, "ann", { input: "I like sums." }, "/responses/compact");
    const refused = await post(server, other, { input: compacted.output });
    expect(refused.body.error.code).toBe("invalid_compaction");
    expect((await post(server, "ann", { input: compacted.output })).status).toBe(200);
  });
});

it.each([
  ["stored", { store: true }],
  ["not stored", { store: false }],
  ["with a cache key", { store: false, prompt_cache_key: "k" }],
])("a user's prompt (%s) does not show in anyone else's cached tokens", async (_, more) => {
  const server = await serve(scenario);
  const body = { input: "the password is hunter two", ...more };
  const cached = async (key: string | null) =>
    (await post(server, key, body)).body.usage.input_tokens_details.cached_tokens;
  expect(await cached("ann")).toBe(0);
  expect(await cached("bob")).toBe(0);
  expect(await cached(null)).toBe(0);
});

it("a key means the same user over HTTP and WebSocket, however the Bearer scheme is written", async () => {
  const server = await serve(scenario);
  const ann = await Client.connect(server, "", "ann");
  ann.create({ store: true });
  const { id } = await ann.completed();
  const answer = await fetch(`${server.url}/responses/${id}`, { headers: { authorization: "bearer  ann" } });
  expect(textOf(await answer.json())).toBe("well");
});

it("a browser's socket can send its key as a subprotocol, and another subprotocol is agreed to", async () => {
  const server = await serve(scenario);
  const carrier = `flint.key.${Buffer.from("ann").toString("base64url")}`;
  const socket = new WebSocket(`${server.url.replace("http", "ws")}/responses`, ["flint", carrier]);
  onTestFinished(() => socket.terminate());
  const client = new Client(socket);
  await once(socket, "open");
  expect(socket.protocol).toBe("flint");
  client.create({ store: true });
  const { id } = await client.completed();
  expect((await ask(server, "ann", `/responses/${id}`)).status).toBe(200);
  expect((await ask(server, null, `/responses/${id}`)).status).toBe(404);
});

it.each([
  ["alone", [], undefined],
  ["before another one", ["chat"], "chat"],
])("a key offered as a subprotocol %s is not echoed", async (_, others, agreed) => {
  const server = await serve(scenario);
  const carrier = `flint.key.${Buffer.from("ann").toString("base64url")}`;
  const socket = new WebSocket(`${server.url.replace("http", "ws")}/responses`, [carrier, ...others]);
  // It fails where none is agreed to.
  socket.on("error", () => {});
  onTestFinished(() => socket.terminate());
  const [{ headers }] = await once(socket, "upgrade");
  expect(headers["sec-websocket-protocol"]).toBe(agreed);
});

it.each(["key", "api_key", "API-Key", "token", "access_token"])(
  "a key in the URL's query (%s) is refused",
  async (name) => {
    const server = await serve(scenario);
    const answer = await ask(server, null, `/models?x=1&${name}=ann`);
    expect([answer.status, answer.body.error.code]).toEqual([400, "key_in_address"]);
    expect(JSON.stringify(answer.body)).not.toContain("ann");
    const socket = new WebSocket(`${server.url.replace("http", "ws")}/responses?${name}=ann`);
    const [, response] = await once(socket, "unexpected-response");
    expect(response.statusCode).toBe(400);
  },
);
