import type { ServerFrame } from "@flint/protocol";
import { assertStreamConforms } from "@flint/protocol/conformance";
import { describe, expect, it } from "vitest";
import { SteppedEngine } from "../stepped-engine.fixture.ts";
import { Client, serve, textOf } from "./socket.fixture.ts";

const asked = { flint: { grace: 10_000, request_id: "req_1" } };

async function stepped(bursts: number) {
  const engine = new SteppedEngine([[{ kind: "text", bursts }]]);
  return { engine, server: await serve(engine) };
}

async function cut(client: Client): Promise<void> {
  client.socket.terminate();
  await client.untilClosed();
}

function withoutLane(frames: readonly ServerFrame[]): object[] {
  return frames.map(({ stream_id: _, ...frame }) => frame);
}

describe("a create that is sent again under its request id", () => {
  it("is answered with the response that it began, from the first event, and runs once", async () => {
    const { engine, server } = await stepped(3);
    const first = await Client.connect(server);
    first.create(asked);
    await first.next("response.created");
    await engine.steps(2);
    await first.next("response.output_text.delta");
    await cut(first);

    const second = await Client.connect(server);
    second.create({ ...asked, stream_id: "again" });
    await second.next("response.output_text.delta");
    expect(withoutLane(second.frames).slice(0, first.frames.length)).toEqual(withoutLane(first.frames));
    await engine.steps(2);
    expect(textOf(await second.completed())).toBe("xxx");
    assertStreamConforms(second.frames);
    expect(engine.prompts).toHaveLength(1);

    const third = await Client.connect(server);
    third.create(asked);
    expect(textOf(await third.completed())).toBe("xxx");
    expect(engine.prompts).toHaveLength(1);
  });

  it("moves the response to the connection that sent it last, for steers and continuations", async () => {
    const { engine, server } = await stepped(2);
    const first = await Client.connect(server);
    first.create(asked);
    await first.next("response.created");
    const second = await Client.connect(server);
    second.create(asked);
    const { response } = await second.next("response.created");
    second.send({ type: "response.steer", previous_response_id: response.id, input: "shorter" });
    await second.next("response.incomplete");
    const { response: next } = await second.next("response.created");
    await engine.steps(3);
    expect((await second.completed()).id).toBe(next.id);
    second.create({ previous_response_id: next.id });
    await engine.steps(3);
    expect((await second.completed()).previous_response_id).toBe(next.id);
    await first.settle();
    expect(first.types().filter((type) => type === "response.created")).toHaveLength(1);
  });

  it("runs once when it is sent several times at once", async () => {
    const { engine, server } = await stepped(1);
    const clients = await Promise.all([1, 2, 3].map(() => Client.connect(server)));
    for (const client of clients) client.create(asked);
    await engine.steps(2);
    const ends = await Promise.all(clients.map((client) => client.completed()));
    expect(new Set(ends.map(({ id }) => id)).size).toBe(1);
    expect(engine.prompts).toHaveLength(1);
  });

  it("runs if it was refused before", async () => {
    const { engine, server } = await stepped(1);
    const client = await Client.connect(server);
    client.create({ ...asked, previous_response_id: "resp_unknown" });
    expect((await client.next("error")).error.code).toBe("previous_response_not_found");
    client.create(asked);
    await engine.steps(2);
    expect(textOf(await client.completed())).toBe("x");
  });

  it("gets the same response over WebSocket and HTTP, plain and streamed", async () => {
    const { engine, server } = await stepped(2);
    const client = await Client.connect(server);
    client.create(asked);
    const { response } = await client.next("response.created");
    const post = (body: object) =>
      fetch(`${server.url}/responses`, {
        method: "POST",
        body: JSON.stringify({ input: "go", store: false, ...body }),
      });
    const plain = post(asked);
    const streamed = await post({ ...asked, stream: true });
    await engine.steps(3);
    expect(await (await plain).json()).toMatchObject({ id: response.id, status: "completed" });
    expect(await streamed.text()).toContain(`"id":"${response.id}"`);
    expect(engine.prompts).toHaveLength(1);
  });

  it("is a different request for another user", async () => {
    const { engine, server } = await stepped(1);
    const [ann, bob] = [await Client.connect(server, "", "ann"), await Client.connect(server, "", "bob")];
    ann.create(asked);
    bob.create(asked);
    await engine.steps(4);
    expect((await ann.completed()).id).not.toBe((await bob.completed()).id);
  });

  it.each([
    { input: "stop" },
    { instructions: "be brief" },
    { store: true },
    { generate: false },
    { tools: [{ type: "function", name: "run" }] },
    { flint: { ...asked.flint, seed: 7 } },
  ])("is refused if it now has %j, and the first one goes on", async (other) => {
    const { engine, server } = await stepped(1);
    const client = await Client.connect(server);
    client.create(asked);
    await client.next("response.created");
    const second = await Client.connect(server);
    second.create({ ...asked, ...other, stream_id: "again" });
    expect(await second.next("error")).toMatchObject({
      status: 400,
      stream_id: "again",
      error: { type: "invalid_request_error", code: "request_id_reused", param: "flint.request_id" },
    });
    await engine.steps(2);
    await client.completed();
    if (!("generate" in other)) {
      const body = JSON.stringify({ input: "go", store: false, ...asked, ...other });
      const answer = await fetch(`${server.url}/responses`, { method: "POST", body });
      expect([answer.status, (await answer.json()).error.code]).toEqual([400, "request_id_reused"]);
    }
    second.create({ ...asked, temperature: null, generate: true });
    expect(textOf(await second.completed())).toBe("x");
    expect(engine.prompts).toHaveLength(1);
  });

  it("does not evict its parent when refused, so that another request can continue it", async () => {
    const { engine, server } = await stepped(1);
    const client = await Client.connect(server);
    client.create(asked);
    await engine.steps(2);
    const { id } = await client.completed();
    client.create({ ...asked, input: "more", previous_response_id: id });
    expect((await client.next("error")).error.code).toBe("request_id_reused");
    client.create({ input: "more", previous_response_id: id });
    await engine.steps(2);
    expect((await client.completed()).previous_response_id).toBe(id);
  });

  it("may send the whole conversation on another connection instead of the lost parent", async () => {
    const { engine, server } = await stepped(1);
    const first = await Client.connect(server);
    first.create({ input: "one" });
    await engine.steps(2);
    const parent = await first.completed();
    first.create({ ...asked, input: "two", previous_response_id: parent.id });
    const { response } = await first.next("response.created");
    await cut(first);
    const second = await Client.connect(server);
    const [one, two] = ["one", "two"].map((text) => ({
      type: "message",
      role: "user",
      content: [{ type: "input_text", text }],
    }));
    second.create({ ...asked, input: [one, ...parent.output, two] });
    await engine.steps(2);
    expect((await second.completed()).id).toBe(response.id);
    second.create({ ...asked, input: [one, ...parent.output, one] });
    expect((await second.next("error")).error.code).toBe("request_id_reused");
  });

  it("runs again once its grace period is over", async () => {
    const engine = new SteppedEngine([[{ kind: "text", bursts: 1 }]]);
    const server = await serve(engine, { limits: { grace: 0 } });
    const client = await Client.connect(server);
    for (let n = 1; n <= 2; n++) {
      client.create(asked);
      await engine.steps(2);
      await client.completed();
      expect(engine.prompts).toHaveLength(n);
    }
  });

  it("is forgotten early if too many other responses have ended since", async () => {
    const engine = new SteppedEngine([[{ kind: "text", bursts: 1 }]]);
    const server = await serve(engine, { limits: { recordings: 2 } });
    const client = await Client.connect(server);
    for (const request_id of ["a", "b", "c", "a"]) {
      client.create({ flint: { grace: 10_000, request_id } });
      await engine.steps(2);
      await client.completed();
    }
    client.create({ flint: { grace: 10_000, request_id: "c" } });
    await client.completed();
    expect(engine.prompts).toHaveLength(4);
  });
});

it("a response can be resumed, interrupted and cancelled by its request id", async () => {
  const { engine, server } = await stepped(2);
  const first = await Client.connect(server);
  first.create(asked);
  const { response } = await first.next("response.created");
  const second = await Client.connect(server);
  second.send({ type: "response.resume", response_id: "req_1" });
  expect((await second.next("response.created")).response.id).toBe(response.id);
  second.send({ type: "response.interrupt", response_id: "req_1" });
  expect(await second.next("response.incomplete")).toMatchObject({ response: { id: response.id } });
  const unknown = await fetch(`${server.url}/responses/req_2/cancel`, { method: "POST" });
  expect(unknown.status).toBe(404);

  second.create({ flint: { grace: 10_000, request_id: "req_2" } });
  await second.next("response.created");
  const cancelled = await fetch(`${server.url}/responses/req_2/cancel`, { method: "POST" });
  expect(await cancelled.json()).toMatchObject({ status: "cancelled" });
  expect(engine.waiting).toBe(0);
});

describe("a steer that is sent again under its request id", () => {
  it("is applied once and acknowledged each time, even after the response is over", async () => {
    const engine = new SteppedEngine([[{ kind: "text", bursts: 3 }], [{ kind: "text", bursts: 1 }]]);
    const server = await serve(engine);
    const client = await Client.connect(server);
    client.create({ flint: { grace: 10_000, steer_boundary: "item" } });
    const { response } = await client.next("response.created");
    await engine.steps(2);
    await client.next("response.output_text.delta");
    const steer = {
      type: "response.steer",
      previous_response_id: response.id,
      input: "shorter",
      flint: { request_id: "steer_a" },
    };
    client.send(steer);
    const accepted = await client.next("response.steer.accepted");
    expect(accepted.flint).toEqual({ request_id: "steer_a" });
    client.send(steer);
    expect((await client.next("response.steer.accepted")).steer).toEqual(accepted.steer);
    await engine.steps(2);
    expect((await client.completed()).id).toBe(response.id);
    const { response: next } = await client.next("response.created");
    client.send(steer);
    expect((await client.next("response.steer.accepted")).steer).toEqual(accepted.steer);
    await engine.steps(2);
    expect((await client.completed()).id).toBe(next.id);
    expect(engine.prompts.at(-1)?.tip?.items).toHaveLength(1);
  });

  it("is refused if its input differs, and the input is given back", async () => {
    const { engine, server } = await stepped(3);
    const client = await Client.connect(server);
    client.create({ flint: { steer_boundary: "item" } });
    const { response } = await client.next("response.created");
    await engine.steps(2);
    await client.next("response.output_text.delta");
    const steer = { type: "response.steer", previous_response_id: response.id, flint: { request_id: "a" } };
    client.send({ ...steer, input: "shorter" });
    await client.next("response.steer.accepted");
    client.send({ ...steer, input: "longer" });
    expect(await client.next("response.steer.failed")).toMatchObject({
      steer: { input: [{ content: [{ text: "longer" }] }] },
      error: { code: "request_id_reused", param: "flint.request_id" },
      flint: { request_id: "a" },
    });
    client.send({ ...steer, input: "shorter" });
    await client.next("response.steer.accepted");
    await engine.steps(6);
    await client.completed();
    await client.completed();
    expect(engine.prompts.at(-1)?.tip?.items).toHaveLength(1);
  });

  it("carries its request id when it fails", async () => {
    const { server, engine } = await stepped(1);
    const client = await Client.connect(server);
    client.create();
    await engine.steps(2);
    const { id } = await client.completed();
    for (const previous_response_id of [id, "resp_unknown"]) {
      const flint = { request_id: "steer_a" };
      client.send({ type: "response.steer", previous_response_id, input: "shorter", flint });
      expect((await client.next("response.steer.failed")).flint).toEqual(flint);
    }
  });
});

it.each([
  [{ request_id: "" }, "flint.request_id"],
  [{ request_id: 7 }, "flint.request_id"],
  [{ request_id: "x".repeat(129) }, "flint.request_id"],
  ["req", "flint"],
])("refuses %j as the flint field of a create and of a steer", async (flint, param) => {
  const { engine, server } = await stepped(1);
  const client = await Client.connect(server);
  client.create({ flint });
  expect((await client.next("error")).error).toMatchObject({ param });
  client.create();
  const { response } = await client.next("response.created");
  client.send({ type: "response.steer", previous_response_id: response.id, input: "x", flint });
  expect((await client.next("response.steer.failed")).error).toMatchObject({ code: "invalid_input", param });
  await engine.steps(2);
  await client.completed();
});

describe("a cancel over HTTP by request id, before the response has begun", () => {
  const cancel = ({ url }: { readonly url: string }) =>
    fetch(`${url}/responses/req_1/cancel`, { method: "POST" });

  it.each([{ store: true }, { store: false }])(
    "ends a create with %j that waits on its lane, without running it",
    async (fields) => {
      const { engine, server } = await stepped(1);
      const client = await Client.connect(server);
      client.create();
      await client.next("response.created");
      client.create({ flint: { request_id: "req_1" }, ...fields });
      client.create();
      await client.settle();
      const cancelled = cancel(server);
      // It has come once another request that came after it is answered.
      await fetch(`${server.url}/models`);
      await engine.steps(2);
      const answer = await (await cancelled).json();
      expect(answer).toMatchObject({ status: "cancelled", output: [] });
      await client.completed();
      expect((await client.next("response.incomplete")).response.id).toBe(answer.id);
      await engine.steps(2);
      await client.completed();
      expect(engine.prompts).toHaveLength(2);
    },
  );

  it("ends a request that is about to begin, without running it", async () => {
    const engine = new SteppedEngine([[{ kind: "text", bursts: 1 }]]);
    let list = () => {};
    const listed = new Promise<void>((resolve) => {
      list = resolve;
    });
    const models = engine.models.bind(engine);
    engine.models = () => listed.then(models);
    const server = await serve(engine);
    const body = JSON.stringify({ input: "go", store: false, flint: { request_id: "req_1" } });
    const created = fetch(`${server.url}/responses`, { method: "POST", body });
    await fetch(`${server.url}/responses/resp_none`);
    const cancelled = cancel(server);
    await fetch(`${server.url}/responses/resp_none`);
    list();
    const answers = await Promise.all([created, cancelled].map(async (answer) => (await answer).json()));
    expect(answers.map(({ status }) => status)).toEqual(["cancelled", "cancelled"]);
    expect(answers[0].id).toBe(answers[1].id);
    expect(engine.prompts).toHaveLength(0);
  });

  it("finds nothing once the request's connection is gone", async () => {
    const { server } = await stepped(1);
    const client = await Client.connect(server);
    client.create();
    await client.next("response.created");
    client.create({ flint: { request_id: "req_1" } });
    await client.settle();
    await cut(client);
    expect((await cancel(server)).status).toBe(404);
  });
});
