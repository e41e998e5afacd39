import { once } from "node:events";
import { setImmediate as nextTurn } from "node:timers/promises";
import type { Scenario } from "@flint/engine";
import { type ResponseEvent, SseDecoder } from "@flint/protocol";
import { assertResponseConforms, assertStreamConforms } from "@flint/protocol/conformance";
import { pino } from "pino";
import { describe, expect, it, onTestFinished } from "vitest";
import type { FlintServer } from "../../server.ts";
import { delta } from "../../store/conformance/sample.ts";
import { storeFile } from "../../store/disk/store-file.fixture.ts";
import { createMemoryStore, openDiskStore } from "../../store/index.ts";
import { WatchedEngine } from "../watched-engine.fixture.ts";
import { Client, serve, textOf } from "../websocket/socket.fixture.ts";
import { replayOf } from "./stored-responses.ts";

const well: Scenario = { turns: [{ steps: [{ text: "all is well" }] }] };
const endless: Scenario = {
  tokens_per_second: 200,
  turns: [{ steps: [{ repeat: 100_000, text: "word " }] }],
};

function ask(server: FlintServer, path: string, method = "GET"): Promise<Response> {
  return fetch(`${server.url}/responses/${path}`, { method });
}

async function create(server: FlintServer, fields: object = {}) {
  const body = JSON.stringify({ input: "hi", ...fields });
  return (await fetch(`${server.url}/responses`, { method: "POST", body })).json();
}

async function eventsOf(answer: Response): Promise<ResponseEvent[]> {
  expect(answer.headers.get("content-type")).toMatch(/^text\/event-stream/);
  return new SseDecoder().push(await answer.text()).map(({ data }) => JSON.parse(data));
}

async function codeOf(answer: Response) {
  const { error } = await answer.json();
  return [answer.status, error.code, error.param];
}

/** A response that runs on another connection. */
async function running(server: FlintServer, fields: object = {}) {
  const client = await Client.connect(server);
  client.create({ store: true, ...fields });
  const { response } = await client.next("response.created");
  await client.next("response.output_text.delta");
  return { client, id: response.id };
}

describe("GET /v1/responses/{id}", () => {
  it("shows a running response as in progress", async () => {
    const server = await serve(endless);
    const { id } = await running(server);
    const response = await (await ask(server, id)).json();
    expect(response).toMatchObject({ id, status: "in_progress" });
    assertResponseConforms(response);
    await ask(server, `${id}/cancel`, "POST");
  });

  it("answers 404 for a response with store:false and for an unknown id", async () => {
    const server = await serve(well);
    const { id } = await create(server, { store: false });
    for (const unknown of [id, "resp_unknown"]) {
      for (const path of [unknown, `${unknown}?stream=true`, `${unknown}/input_items`]) {
        expect((await codeOf(await ask(server, path))).slice(0, 2)).toEqual([404, "response_not_found"]);
      }
      for (const answer of [
        await ask(server, unknown, "DELETE"),
        await ask(server, `${unknown}/cancel`, "POST"),
      ]) {
        expect((await codeOf(answer)).slice(0, 2)).toEqual([404, "response_not_found"]);
      }
    }
  });
});

describe("a deleted response", () => {
  it.each(["memory", "disk"])("is gone at once, even within its grace period (%s store)", async (kind) => {
    const store = kind === "disk" ? await openDiskStore({ path: storeFile() }) : createMemoryStore();
    onTestFinished(() => store.close());
    const server = await serve(well, { store });
    const fields = { flint: { grace: 30_000, request_id: "again" } };
    const { id } = await create(server, fields);
    expect((await ask(server, id, "DELETE")).status).toBe(200);

    for (const path of [id, `${id}?stream=true`, "again?stream=true", `${id}/input_items`])
      expect((await codeOf(await ask(server, path))).slice(0, 2), path).toEqual([404, "response_not_found"]);
    const client = await Client.connect(server);
    for (const name of [id, "again"]) {
      client.send({ type: "response.resume", response_id: name });
      expect((await client.next("error")).error.code).toBe("response_not_found");
    }
    client.create({ previous_response_id: id });
    expect((await client.next("error")).error.code).toBe("previous_response_not_found");
    expect((await create(server, fields)).id).not.toBe(id);
  });
});

describe("a response addressed by its request id", () => {
  it("can be retrieved, listed, cancelled and deleted while it runs", async () => {
    const server = await serve(endless);
    const { client, id } = await running(server, { flint: { request_id: "mine" } });
    expect(await (await ask(server, "mine")).json()).toMatchObject({ id, status: "in_progress" });
    expect((await (await ask(server, "mine/input_items")).json()).data).toHaveLength(1);
    const deleted = await ask(server, "mine", "DELETE");
    expect(await deleted.json()).toEqual({ id, object: "response", deleted: true });
    expect((await client.next("response.incomplete")).response.status).toBe("cancelled");
    for (const name of ["mine", id]) expect((await ask(server, name)).status).toBe(404);

    const next = await running(server, { flint: { request_id: "mine" } });
    const cancelled = await ask(server, "mine/cancel", "POST");
    expect(await cancelled.json()).toMatchObject({ id: next.id, status: "cancelled" });
  });

  it("can be retrieved, listed and deleted within its grace period once it is over", async () => {
    const server = await serve(well);
    const { id } = await create(server, { flint: { grace: 30_000, request_id: "mine" } });
    for (const name of ["mine", "mine/input_items"]) expect((await ask(server, name)).status).toBe(200);
    expect(await (await ask(server, "mine", "DELETE")).json()).toMatchObject({ id, deleted: true });
    for (const name of ["mine", id]) expect((await ask(server, name)).status).toBe(404);
  });
});

describe("GET /v1/responses/{id}?stream=true", () => {
  it("replays all events, or those after a number", async () => {
    const server = await serve(well);
    const answer = await fetch(`${server.url}/responses`, {
      method: "POST",
      body: JSON.stringify({ input: "hi", stream: true }),
    });
    const sent = await eventsOf(answer);
    const id = sent[0]?.type === "response.created" ? sent[0].response.id : "";
    expect(await eventsOf(await ask(server, `${id}?stream=true`))).toEqual(sent);
    expect(await eventsOf(await ask(server, `${id}?stream=true&starting_after=3`))).toEqual(sent.slice(4));
    const last = sent.at(-1)?.sequence_number ?? 0;
    expect(await eventsOf(await ask(server, `${id}?stream=true&starting_after=${last}`))).toEqual([]);
    const ahead = await ask(server, `${id}?stream=true&starting_after=${last + 1}`);
    expect(await codeOf(ahead)).toEqual([400, "invalid_value", "starting_after"]);
  });

  it("follows a running response from its beginning to its end", async () => {
    const server = await serve({
      tokens_per_second: 500,
      turns: [{ steps: [{ repeat: 100, text: "word " }] }],
    });
    const { client, id } = await running(server);
    const events = await eventsOf(await ask(server, `${id}?stream=true`));
    await client.next("response.completed");
    expect(events).toEqual(client.frames);
    assertStreamConforms(events);
  });

  it("omits WebSocket-only events, and a reader that leaves disturbs nobody", async () => {
    const server = await serve(endless);
    const { client, id } = await running(server);
    const left = await ask(server, `${id}?stream=true`);
    await left.body?.cancel();
    await client.next("response.output_text.delta");
    client.send({ type: "response.interrupt", response_id: id });
    await client.next("response.incomplete");
    const types = (await eventsOf(await ask(server, `${id}?stream=true`))).map(({ type }) => type);
    expect(types.at(-1)).toBe("response.incomplete");
    expect(types.filter((type) => type.includes("interrupt"))).toEqual([]);
  });

  it.each(["x", "1.5", "-2", ""])("refuses starting_after=%s", async (after) => {
    const server = await serve(well);
    const { id } = await create(server);
    const answer = await ask(server, `${id}?stream=true&starting_after=${after}`);
    expect(await codeOf(answer)).toEqual([400, "invalid_value", "starting_after"]);
  });

  it("fails with events_dropped if the log has dropped the requested events", async () => {
    const server = await serve(well, { store: createMemoryStore({ limits: { logEvents: 3 } }) });
    const { id } = await create(server);
    const answer = await ask(server, `${id}?stream=true`);
    expect(await codeOf(answer)).toEqual([400, "events_dropped", "starting_after"]);
  });
});

describe("POST /v1/responses/{id}/cancel", () => {
  it("stops a running response, also for the client that reads it", async () => {
    const engine = new WatchedEngine(endless);
    const server = await serve(engine);
    const { client, id } = await running(server);
    const finished = once(engine, "finish");
    const response = await (await ask(server, `${id}/cancel`, "POST")).json();
    expect(response).toMatchObject({ id, status: "cancelled" });
    expect((await finished)[0].reason).toBe("aborted");
    const end = await client.next("response.incomplete");
    expect(end.response).toEqual(response);
    assertStreamConforms(client.frames);
    expect(await (await ask(server, id)).json()).toEqual(response);
    client.create({ input: "go on", previous_response_id: id });
    expect((await client.next("error")).error.code).toBe("previous_response_not_found");
  });

  it("sets the reason to cancelled, for clients that take an answer without one as complete", async () => {
    const server = await serve(new WatchedEngine(endless));
    const { id } = await running(server);
    const response = await (await ask(server, `${id}/cancel`, "POST")).json();
    expect(response.incomplete_details).toEqual({ reason: "cancelled" });
  });

  it("ends the stream that another client reads", async () => {
    const engine = new WatchedEngine(endless);
    const server = await serve(engine);
    const generating = once(engine, "generate");
    const streamed = await fetch(`${server.url}/responses`, {
      method: "POST",
      body: JSON.stringify({ input: "hi", stream: true }),
    });
    await generating;
    const reader = streamed.body?.getReader();
    const first = new TextDecoder().decode((await reader?.read())?.value);
    const id = /"id":"(resp_[^"]+)"/.exec(first)?.[1] ?? "";
    await ask(server, `${id}/cancel`, "POST");
    let rest = "";
    for (let more = await reader?.read(); more && !more.done; more = await reader?.read()) {
      rest += new TextDecoder().decode(more.value);
    }
    expect(rest).toMatch(/event: response\.incomplete\n.*"status":"cancelled"/);
  });

  it("returns a response that is over unchanged", async () => {
    const server = await serve(well);
    const response = await create(server);
    expect(await (await ask(server, `${response.id}/cancel`, "POST")).json()).toEqual(response);
  });
});

describe("DELETE /v1/responses/{id}", () => {
  it("deletes a response, and those that continue it stay usable", async () => {
    const server = await serve(well);
    const { id } = await create(server);
    const next = await create(server, { previous_response_id: id });
    expect(await (await ask(server, id, "DELETE")).json()).toEqual({ id, object: "response", deleted: true });
    expect((await ask(server, id)).status).toBe(404);
    expect((await ask(server, `${id}?stream=true`)).status).toBe(404);
    const after = await create(server, { previous_response_id: next.id });
    expect(textOf(after)).toBe("all is well");
  });

  it("cancels a running response", async () => {
    const server = await serve(endless);
    const { client, id } = await running(server);
    expect((await ask(server, id, "DELETE")).status).toBe(200);
    expect((await client.next("response.incomplete")).response.status).toBe("cancelled");
    expect((await ask(server, id)).status).toBe(404);
  });
});

describe("DELETE by request id of a response that waits on its lane", () => {
  const queued = { flint: { request_id: "mine" } };

  it("ends it in its turn without running it, and it is not found afterwards", async () => {
    const engine = new WatchedEngine(endless);
    const server = await serve(engine);
    const { client, id: first } = await running(server);
    client.create({ store: true, ...queued });
    client.create({ store: true });
    // The server has read both once it has answered.
    client.send({ type: "response.interrupt", response_id: "nobody" });
    await client.next("response.interrupt.failed");
    const deleting = ask(server, "mine", "DELETE");
    await ask(server, `${first}/cancel`, "POST");
    const { id, deleted } = await (await deleting).json();
    expect(deleted).toBe(true);
    expect((await client.next("response.incomplete")).response.id).toBe(first);
    expect((await client.next("response.incomplete")).response).toMatchObject({ id, status: "cancelled" });
    for (const name of ["mine", id]) expect((await ask(server, name)).status).toBe(404);
    await client.next("response.output_text.delta");
  });

  it("answers 404 if it is not to be stored, and leaves it alone", async () => {
    const server = await serve(endless);
    const { client, id: first } = await running(server);
    client.create({ store: false, ...queued });
    client.send({ type: "response.interrupt", response_id: "nobody" });
    await client.next("response.interrupt.failed");
    expect((await ask(server, "mine", "DELETE")).status).toBe(404);
    await ask(server, `${first}/cancel`, "POST");
    await client.next("response.incomplete");
    await client.next("response.output_text.delta");
  });
});

describe("GET /v1/responses/{id}/input_items", () => {
  const input = ["a", "b", "c"].map((text) => ({ id: `msg_${text}`, role: "user", content: text }));

  it("lists a response's own input, newest first, in pages", async () => {
    const server = await serve(well);
    const root = await create(server);
    const { id } = await create(server, { input, previous_response_id: root.id });
    const all = await (await ask(server, `${id}/input_items?include[]=message.output_text.logprobs`)).json();
    expect(all).toMatchObject({ object: "list", first_id: "msg_c", last_id: "msg_a", has_more: false });
    const page = await (await ask(server, `${id}/input_items?limit=1&order=asc&after=msg_a`)).json();
    expect(page).toEqual({
      object: "list",
      data: [
        {
          id: "msg_b",
          type: "message",
          role: "user",
          status: "completed",
          content: [{ type: "input_text", text: "b" }],
        },
      ],
      first_id: "msg_b",
      last_id: "msg_b",
      has_more: true,
    });
  });

  it("lists the input of a running response", async () => {
    const server = await serve(endless);
    const { id } = await running(server, { input });
    const { data } = await (await ask(server, `${id}/input_items?order=asc`)).json();
    expect(data.map((item: { id: string }) => item.id)).toEqual(["msg_a", "msg_b", "msg_c"]);
    await ask(server, `${id}/cancel`, "POST");
  });

  it.each([
    ["limit=0", "limit"],
    ["limit=101", "limit"],
    ["limit=many", "limit"],
    ["order=up", "order"],
    ["after=msg_unknown", "after"],
  ])("refuses %s", async (query, param) => {
    const server = await serve(well);
    const { id } = await create(server);
    expect(await codeOf(await ask(server, `${id}/input_items?${query}`))).toEqual([
      400,
      "invalid_value",
      param,
    ]);
  });
});

it("a replay no longer follows its response once its reader has left with events waiting", async () => {
  const store = createMemoryStore();
  onTestFinished(() => store.close());
  const log = store.begin({ id: "resp_1", owner: null, previousId: null });
  log.append(delta(0));
  const found = { id: "resp_1", log, recording: null, elsewhere: null };
  const reader = replayOf({ logger: pino({ level: "silent" }) }, found, -1).body?.getReader();
  await reader?.read();
  log.append(delta(1));
  await nextTurn();
  await reader?.cancel();
  await expect.poll(() => log.isFollowed).toBe(false);
});

describe("a server on a disk store", () => {
  it("continues and replays responses from before a restart", async () => {
    const path = storeFile();
    const before = await openDiskStore({ path });
    const first = await serve(well, { store: before });
    const client = await Client.connect(first);
    client.create({ store: true, input: "one two three" });
    const { id } = await client.completed();
    const frames = [...client.frames];
    await first.close();
    await before.close();

    const after = await openDiskStore({ path });
    const second = await serve(well, { store: after });
    expect(await eventsOf(await ask(second, `${id}?stream=true`))).toEqual(frames);
    const next = await create(second, { input: "four", previous_response_id: id });
    expect(next.usage.input_tokens).toBeGreaterThan(
      (await create(second, { input: "four" })).usage.input_tokens,
    );
    await second.close();
    await after.close();
  });
});
