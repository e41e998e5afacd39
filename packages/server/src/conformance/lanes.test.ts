import { once } from "node:events";
import type { Scenario } from "@flint/engine";
import { assertStreamConforms } from "@flint/protocol/conformance";
import { describe, expect, it } from "vitest";
import { WatchedEngine } from "../door/watched-engine.fixture.ts";
import { Client, serve, textOf } from "../door/websocket/socket.fixture.ts";

const brief: Scenario = { turns: [{ steps: [{ text: "well" }] }] };
const long: Scenario = { tokens_per_second: 200, turns: [{ steps: [{ repeat: 4000, text: "word " }] }] };

describe("a lane's name", () => {
  it.each(["a", "A-Z_0.9", "x".repeat(256), "constructor", "__proto__"])("may be %s", async (stream_id) => {
    const client = await Client.connect(await serve(brief));
    client.create({ stream_id });
    expect((await client.next("response.completed")).stream_id).toBe(stream_id);
    expect(client.frames.every((frame) => frame.stream_id === stream_id)).toBe(true);
  });

  it.each([["", "x".repeat(257), "a b", "ä", "a/b", "a\n", null, 5, {}]].flat())(
    "may not be %j",
    async (stream_id) => {
      const client = await Client.connect(await serve(brief));
      client.create({ stream_id });
      const { status, error, stream_id: echoed } = await client.next("error");
      expect([status, error.code, error.param, echoed]).toEqual([
        400,
        "invalid_stream_id",
        "stream_id",
        undefined,
      ]);
    },
  );
});

it("at most 16 responses run at once, the default lane's included; more wait their turn", async () => {
  const engine = new WatchedEngine({
    tokens_per_second: 200,
    turns: [{ steps: [{ repeat: 25, text: "word " }] }],
  });
  let running = 0;
  let most = 0;
  engine.on("generate", () => {
    most = Math.max(most, ++running);
  });
  engine.on("finish", () => running--);
  const client = await Client.connect(await serve(engine));
  client.create();
  for (let n = 0; n < 19; n++) client.create({ stream_id: `lane-${n}` });
  for (let n = 0; n < 20; n++) await client.completed();
  expect(most).toBe(16);
});

it("32 lane names may be used besides the default lane; the next is refused on its own lane", async () => {
  const client = await Client.connect(await serve(brief));
  for (let n = 0; n < 32; n++) client.create({ stream_id: `lane-${n}` });
  client.create();
  client.create({ stream_id: "one-too-many" });
  const { status, error, stream_id } = await client.next("error");
  expect({ status, code: error.code, param: error.param, stream_id }).toEqual({
    status: 400,
    code: "websocket_stream_limit_reached",
    param: "stream_id",
    stream_id: "one-too-many",
  });
  client.create({ stream_id: "lane-31" });
  const done = () => client.frames.filter(({ type }) => type === "response.completed").length;
  while (done() < 34) await client.next("response.completed");
});

it("creates on one lane run in order, one at a time, and do not hold up other lanes", async () => {
  const server = await serve({
    tokens_per_second: 500,
    turns: [
      { when: { contains: "slow" }, steps: [{ repeat: 50, text: "word " }] },
      { steps: [{ text: "quick" }] },
    ],
  });
  const client = await Client.connect(server);
  for (const n of ["0", "1", "2"]) client.create({ stream_id: "slow", input: "slow", metadata: { n } });
  client.create({ stream_id: "quick" });
  expect((await client.next("response.completed")).stream_id).toBe("quick");
  for (let n = 0; n < 3; n++) expect((await client.completed()).metadata).toEqual({ n: String(n) });
  for (const lane of ["slow", "quick"]) {
    assertStreamConforms(client.frames.filter(({ stream_id }) => stream_id === lane));
  }
});

it("a fork keeps its parent once it is in progress, even if the parent's lane evicts it", async () => {
  const server = await serve(
    { turns: [{ steps: [{ text: "one" }] }, { steps: [{ text: "two" }] }, { steps: [{ text: "three" }] }] },
    { limits: { cachedResponses: 1 } },
  );
  const client = await Client.connect(server);
  client.create();
  const { id } = await client.completed();
  client.create({ stream_id: "fork", previous_response_id: id, input: "on" });
  await client.next("response.in_progress");
  client.create({ previous_response_id: id, input: "on" });
  const both = [await client.completed(), await client.completed()];
  expect(both.map(textOf)).toEqual(["two", "two"]);
  expect(both.map(({ previous_response_id }) => previous_response_id)).toEqual([id, id]);
});

it("responses queue when the engine has no room; one that waits too long fails, and its lane goes on", async () => {
  const engine = new WatchedEngine(
    { tokens_per_second: 500, turns: [{ steps: [{ repeat: 40, text: "w " }] }] },
    1,
  );
  const patient = await Client.connect(await serve(engine));
  for (const stream_id of ["a", "b", "c"]) patient.create({ stream_id });
  const order = [];
  for (let n = 0; n < 3; n++) order.push((await patient.next("response.completed")).stream_id);
  expect(order).toEqual(["a", "b", "c"]);

  const busy = new WatchedEngine(long, 1);
  const client = await Client.connect(await serve(busy, { limits: { threadWait: 50 } }));
  client.create({ stream_id: "holds" });
  await once(busy, "generate");
  client.create({ stream_id: "waits" });
  const failed = await client.next("response.failed");
  expect(failed).toMatchObject({ stream_id: "waits", response: { error: { code: "rate_limit_exceeded" } } });
  client.send({
    type: "response.interrupt",
    response_id: client.frames[0]?.type === "response.created" ? client.frames[0].response.id : "",
  });
  await client.next("response.incomplete");
  client.create({ stream_id: "waits", max_output_tokens: 2 });
  expect((await client.next("response.incomplete")).stream_id).toBe("waits");
});
