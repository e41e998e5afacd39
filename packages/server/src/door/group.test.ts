import { createScriptEngine, type Scenario } from "@flint/engine";
import { type ResponseEvent, SseDecoder } from "@flint/protocol";
import { assertStreamConforms } from "@flint/protocol/conformance";
import { afterAll, beforeAll, describe, expect, it, onTestFinished, vi } from "vitest";
import { recordOf } from "../access/keys.fixture.ts";
import type { ServerLimits } from "../limits.ts";
import { type FlintServer, type ServerOptions, startServer } from "../server.ts";
import { openValkeyStore, type ResponseStore, StoreError, type StoreGroup } from "../store/index.ts";
import { RedisServer } from "../store/valkey/redis-server.fixture.ts";
import { Client } from "./websocket/socket.fixture.ts";

const well: Scenario = { turns: [{ steps: [{ text: "all is well" }] }] };
const endless: Scenario = {
  tokens_per_second: 200,
  turns: [{ steps: [{ repeat: 100_000, text: "word " }] }],
};
const some: Scenario = { tokens_per_second: 100, turns: [{ steps: [{ repeat: 60, text: "word " }] }] };

let redis: RedisServer;
beforeAll(async () => {
  redis = await RedisServer.start();
});
afterAll(() => redis.stop());

interface Member extends FlintServer {
  readonly store: ResponseStore;
}

/** Two servers over one store. */
async function group(
  scenario: Scenario,
  limits: Partial<ServerLimits> = {},
  more: Pick<ServerOptions, "keys"> = {},
): Promise<[Member, Member]> {
  const url = redis.url();
  const members = await Promise.all(
    [0, 1].map(async () => {
      const store = await openValkeyStore({ url, valkey: { lease: 600, wait: 1_000 } });
      const engine = createScriptEngine({ scenario });
      const server = await startServer({ engine, store, limits, ...more });
      onTestFinished(async () => {
        await server.close();
        await store.close();
        await engine.close();
      });
      return { ...server, store };
    }),
  );
  return members as [Member, Member];
}

function ask(server: FlintServer, path: string, method = "GET", body?: object): Promise<Response> {
  return fetch(`${server.url}/responses${path}`, {
    method,
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}

async function create(server: FlintServer, fields: object = {}) {
  return (await ask(server, "", "POST", { input: "hi", ...fields })).json();
}

async function eventsOf(answer: Response): Promise<ResponseEvent[]> {
  return new SseDecoder().push(await answer.text()).map(({ data }) => JSON.parse(data));
}

/** A response that runs on one of the servers. */
async function running(server: FlintServer, fields: object = {}) {
  const client = await Client.connect(server);
  client.create({ store: true, ...fields });
  const { response } = await client.next("response.created");
  await client.next("response.output_text.delta");
  return { client, id: response.id };
}

describe("a group of servers", () => {
  it("continues each other's responses", async () => {
    const [one, two] = await group(well);
    const first = await create(one);
    const second = await create(two, { previous_response_id: first.id });
    const third = await create(one, { previous_response_id: second.id });
    expect(third).toMatchObject({ status: "completed", previous_response_id: second.id });
    expect(await (await ask(two, `/${third.id}`)).json()).toEqual(third);
    const items = await (await ask(two, `/${third.id}/input_items`)).json();
    expect(items.data).toHaveLength(1);
    expect((await ask(two, `/${first.id}`, "DELETE")).status).toBe(200);
    expect((await ask(one, `/${first.id}`)).status).toBe(404);
    expect(await create(one, { previous_response_id: second.id })).toMatchObject({ status: "completed" });
  });

  it("does not share a response with store:false", async () => {
    const [one, two] = await group(well);
    const client = await Client.connect(one);
    client.create({ store: false, flint: { grace: 5_000, request_id: "mine" } });
    const { id } = await client.completed();
    for (const path of [`/${id}`, `/${id}?stream=true`]) expect((await ask(two, path)).status).toBe(404);
    const keys = (await redis.command("keys", `*${id}*`)) as string[];
    expect(keys).toEqual([]);
  });

  it("resumes each other's running streams over HTTP", async () => {
    const [one, two] = await group(some);
    const { client, id } = await running(one);
    const answer = await ask(two, `/${id}?stream=true&starting_after=3`);
    const [events] = await Promise.all([eventsOf(answer), client.completed()]);
    expect(events).toEqual(
      client.frames.filter((frame) => "sequence_number" in frame && frame.sequence_number > 3),
    );
    const whole = await eventsOf(await ask(two, `/${id}?stream=true`));
    assertStreamConforms(whole);
    expect(whole.at(-1)?.type).toBe("response.completed");
  });

  it("resumes each other's running streams over a WebSocket, and continues them there", async () => {
    const [one, two] = await group(some);
    const { client, id } = await running(one);
    const other = await Client.connect(two);
    other.send({ type: "response.resume", response_id: id, starting_after: 2, stream_id: "lane" });
    const { response } = await other.next("response.completed");
    expect(response).toEqual((await client.next("response.completed")).response);
    other.create({ previous_response_id: id, store: true, stream_id: "lane" });
    await other.next("response.completed");
  });

  it("shows, cancels and deletes responses that another server runs", async () => {
    const [one, two] = await group(endless);
    const { client, id } = await running(one);
    expect(await (await ask(two, `/${id}`)).json()).toMatchObject({ id, status: "in_progress" });
    const cancelled = await (await ask(two, `/${id}/cancel`, "POST")).json();
    expect(cancelled).toMatchObject({ id, status: "cancelled" });
    expect((await client.next("response.incomplete")).response).toEqual(cancelled);

    const next = await running(one);
    expect(await (await ask(two, `/${next.id}`, "DELETE")).json()).toMatchObject({ deleted: true });
    await next.client.next("response.incomplete");
    expect((await ask(one, `/${next.id}`)).status).toBe(404);
  });

  it("makes another server forget a response that is deleted, even within its grace period", async () => {
    const [one, two] = await group(endless);
    const { client, id } = await running(one, { flint: { grace: 30_000, request_id: "again" } });
    expect((await ask(two, `/${id}`, "DELETE")).status).toBe(200);
    await client.next("response.incomplete");
    await vi.waitFor(async () => expect((await ask(one, `/${id}?stream=true`)).status).toBe(404), {
      timeout: 10_000,
      interval: 20,
    });
    expect((await ask(two, `/${id}?stream=true`)).status).toBe(404);
    expect((await ask(one, "/again?stream=true")).status).toBe(404);
  });

  it.each([
    ["ended", well, async () => {}],
    ["ended long ago", well, (id: string) => redis.command("del", `flint:run:${id}`)],
    ["runs", { ...endless, turns: [...endless.turns, ...well.turns] }, async () => {}],
  ])(
    "lets no connection continue a response that %s and that another server has deleted",
    async (how, scenario, age) => {
      const [one, two] = await group(scenario);
      const client = await Client.connect(one);
      client.create({ store: true });
      const { response } = await client.next(how === "runs" ? "response.created" : "response.completed");
      await age(response.id);
      expect((await ask(two, `/${response.id}`, "DELETE")).status).toBe(200);
      if (how === "runs") await client.next("response.incomplete");
      await vi.waitFor(async () => {
        client.create({ previous_response_id: response.id });
        expect(await client.outcome()).toBe("previous_response_not_found");
      });
    },
  );

  it("interrupts a response resumed from another server, and refuses to steer it", async () => {
    const [one, two] = await group(endless);
    const { id } = await running(one);
    const other = await Client.connect(two);
    other.send({ type: "response.resume", response_id: id });
    await other.next("response.output_text.delta");
    other.send({ type: "response.steer", previous_response_id: id, input: "otherwise" });
    const { error } = await other.next("response.steer.failed");
    expect(error).toMatchObject({
      code: "steering_not_supported",
      message: expect.stringMatching(/another server/),
    });
    other.send({ type: "response.interrupt", response_id: id });
    await other.next("response.interrupt.accepted");
    const { response } = await other.next("response.incomplete");
    expect(response.incomplete_details).toEqual({ reason: "interrupted" });
  });

  it("lists, interrupts and deletes another server's response by its request id", async () => {
    const [one, two] = await group(endless);
    const fields = { flint: { request_id: "mine" } };
    const { id } = await running(one, fields);
    const other = await Client.connect(two);
    other.create({ store: true, ...fields });
    await other.next("response.output_text.delta");
    other.send({ type: "response.interrupt", response_id: "mine" });
    await other.next("response.interrupt.accepted");
    await other.next("response.incomplete");
    expect((await (await ask(two, "/mine/input_items")).json()).data).toHaveLength(1);
    expect(await (await ask(two, "/mine", "DELETE")).json()).toMatchObject({ id, deleted: true });
    for (const name of ["mine", id]) expect((await ask(two, `/${name}`)).status).toBe(404);
  });

  it("fails an interrupt with store_unavailable if the store does not pass it on", async () => {
    const [one, two] = await group(endless);
    const { id } = await running(one);
    const other = await Client.connect(two);
    other.send({ type: "response.resume", response_id: id });
    await other.next("response.output_text.delta");
    const unreachable = new StoreError("store_unreachable", "no answer from 10.0.0.7");
    const shared = two.store.group as StoreGroup;
    const tells = shared.tell.bind(shared);
    const tell = vi.spyOn(shared, "tell").mockImplementation(async (response, owner, order) => {
      if (order.type === "interrupt") throw unreachable;
      return tells(response, owner, order);
    });
    other.send({ type: "response.interrupt", response_id: id });
    const { response_id, error } = await other.next("response.interrupt.failed");
    expect(response_id).toBe(id);
    expect(error).toMatchObject({ code: "store_unavailable", message: expect.not.stringContaining("10.0") });
    tell.mockRestore();
    other.send({ type: "response.interrupt", response_id: id });
    await other.next("response.interrupt.accepted");
  });

  it.each([
    ["cancels", "/cancel", "POST", 200],
    ["deletes", "", "DELETE", 404],
  ])("%s a response that another server is about to begin", async (_, path, method, after) => {
    const [one, two] = await group(endless);
    const digest = { text: "", isSame: () => true };
    await one.store.group?.claim("mine", null, digest);
    const looked = vi.spyOn(two.store.group as StoreGroup, "responseOf");
    const ending = ask(two, `/mine${path}`, method);
    await vi.waitFor(() => expect(looked).toHaveBeenCalledTimes(2));
    const client = await Client.connect(one);
    client.create({ store: true, flint: { request_id: "mine" } });
    const { id } = (await client.next("response.incomplete")).response;
    const ended = await ending;
    expect([ended.status, await ended.json()]).toEqual([200, expect.objectContaining({ id })]);
    expect((await ask(two, `/${id}`)).status).toBe(after);
  });

  it("lets a response run as long as a client reads it on any server", async () => {
    const [one, two] = await group(endless);
    const { client, id } = await running(one, { flint: { grace: 300 } });
    const other = await Client.connect(two);
    other.send({ type: "response.resume", response_id: id });
    await other.next("response.output_text.delta");
    client.socket.terminate();
    // Longer than the grace period: a hundred more pieces at two hundred a second.
    for (let count = 0; count < 100; count++) await other.next("response.output_text.delta");
    expect(await (await ask(one, `/${id}`)).json()).toMatchObject({ status: "in_progress" });
    other.socket.terminate();
    await vi.waitFor(
      async () => expect(await (await ask(two, `/${id}`)).json()).toMatchObject({ status: "cancelled" }),
      { timeout: 10_000, interval: 50 },
    );
  });

  it("runs a request only once when it is sent to several servers", async () => {
    const [one, two] = await group(some);
    const fields = { store: true, flint: { grace: 30_000, request_id: "twice" } };
    const { client, id } = await running(one, fields);
    const other = await Client.connect(two);
    other.create(fields);
    expect((await other.next("response.created")).response.id).toBe(id);
    const again = await create(two, { ...fields, input: "go" });
    expect(again.id).toBe(id);
    expect((await other.completed()).output).toEqual((await client.completed()).output);
    expect(await (await ask(two, "/twice?stream=true")).text()).toContain(id);
    const all = await Promise.all(
      [one, two, one, two].map((server) =>
        create(server, { flint: { ...fields.flint, request_id: "at once" } }),
      ),
    );
    expect(new Set(all.map((response) => response.id)).size).toBe(1);
  });

  it.each([
    ["runs", endless],
    ["is over", well],
  ])("refuses a different request under an id whose response %s, on every server", async (how, scenario) => {
    const [one, two] = await group(scenario);
    const fields = { flint: { request_id: "mine" } };
    const client = await Client.connect(one);
    client.create({ store: true, ...fields });
    await client.next(how === "runs" ? "response.output_text.delta" : "response.completed");
    const refusal = { code: "request_id_reused", param: "flint.request_id" };
    for (const server of [one, two]) {
      const answer = await ask(server, "", "POST", { input: "another thing", ...fields });
      expect([answer.status, (await answer.json()).error]).toEqual([400, expect.objectContaining(refusal)]);
      const other = await Client.connect(server);
      other.create({ store: true, instructions: "be brief", ...fields });
      expect((await other.next("error")).error).toMatchObject(refusal);
      // The same as before is answered as before.
      other.create({ store: true, ...fields });
      await other.next("response.created");
    }
  });

  it("accepts a different request under an id whose response was deleted", async () => {
    const [one, two] = await group(well);
    const fields = { flint: { request_id: "mine" } };
    const { id } = await create(one, fields);
    await ask(one, `/${id}`, "DELETE");
    const next = await create(two, { input: "another thing", ...fields });
    expect(next).toMatchObject({ status: "completed" });
    expect(await create(one, { input: "another thing", ...fields })).toEqual(next);
  });

  it("hides a user's response from others on every server", async () => {
    const [one, two] = await group(well);
    const headers = { authorization: "Bearer ada" };
    const body = JSON.stringify({ input: "hi" });
    const { id } = await (await fetch(`${one.url}/responses`, { method: "POST", headers, body })).json();
    expect((await fetch(`${two.url}/responses/${id}`, { headers })).status).toBe(200);
    expect((await ask(two, `/${id}`)).status).toBe(404);
    expect((await ask(two, `/${id}/cancel`, "POST")).status).toBe(404);
    expect((await ask(two, `/${id}?stream=true`)).status).toBe(404);
  });

  it("shares one secret among its servers", async () => {
    const [one, two] = await group(well);
    expect(one.store.secret).toEqual(two.store.secret);
  });

  it("answers 503 to requests that need a lost store, and serves the others", async () => {
    const own = await RedisServer.start();
    onTestFinished(() => own.stop());
    // Time enough to be opened on a machine that others work on.
    const store = await openValkeyStore({ url: own.url(), valkey: { wait: 2_000 } });
    const engine = createScriptEngine({ scenario: well });
    const server = await startServer({ engine, store });
    onTestFinished(async () => {
      await server.close();
      await store.close();
      await engine.close();
    });
    const { id } = await create(server);
    await own.kill();
    const gone = { code: "store_unavailable", message: expect.stringMatching(/does not answer: try again/) };
    for (const [path, method] of [
      [`/${id}`, "GET"],
      ["/resp_unknown?stream=true", "GET"],
      [`/${id}/input_items`, "GET"],
      [`/${id}/cancel`, "POST"],
      [`/${id}`, "DELETE"],
    ] as const) {
      const answer = await ask(server, path, method);
      expect(answer.status, path).toBe(503);
      expect((await answer.json()).error).toMatchObject(gone);
    }
    const client = await Client.connect(server);
    client.create({ previous_response_id: id });
    expect((await client.next("error")).error).toMatchObject(gone);
    client.create({ flint: { grace: 1_000, request_id: "one" }, store: true });
    expect((await client.next("error")).error).toMatchObject(gone);
    client.create();
    await client.completed();
    expect(await create(server)).toMatchObject({ status: "completed" });
  });
});

it("a key's rate limit is shared by all servers", async () => {
  const key = recordOf({ limits: { requestsPerMinute: 2 } });
  const [one, two] = await group(well, {}, { keys: [key.record] });
  const ask = async ({ url }: FlintServer) => {
    const answer = await fetch(`${url}/models`, { headers: { authorization: `Bearer ${key.text}` } });
    await answer.arrayBuffer();
    return [answer.status, answer.headers.get("x-ratelimit-remaining-requests")];
  };
  expect(await ask(one)).toEqual([200, "1"]);
  expect(await ask(two)).toEqual([200, "0"]);
  expect(await ask(one)).toEqual([429, "0"]);
  expect(await ask(two)).toEqual([429, "0"]);
});
