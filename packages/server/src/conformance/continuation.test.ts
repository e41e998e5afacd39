import type { Scenario } from "@flint/engine";
import { describe, expect, it } from "vitest";
import { WatchedEngine } from "../door/watched-engine.fixture.ts";
import { Client, serve, textOf } from "../door/websocket/socket.fixture.ts";

const call = { name: "run", arguments: "{}", call_id: "c1" };
const scenario: Scenario = {
  tokens_per_second: 1000,
  turns: [
    {
      when: { contains: "call both" },
      steps: [{ function_call: call }, { function_call: { ...call, call_id: "c2" } }],
    },
    { when: { contains: "call" }, steps: [{ function_call: call }] },
    { when: { last: "function_call_output" }, steps: [{ text: "called" }] },
    {
      when: { contains: "think long" },
      steps: [{ reasoning: "I will." }, { repeat: 4000, text: "word " }],
    },
    { when: { contains: "long" }, steps: [{ repeat: 4000, text: "word " }] },
    { steps: [{ text: "one" }] },
    { steps: [{ text: "two" }] },
    { steps: [{ text: "three" }] },
  ],
};

async function connect(limits = {}): Promise<Client> {
  return Client.connect(await serve(scenario, { limits }));
}

/** What becomes of a create that continues a response. */
function outcome(client: Client, fields: object): Promise<string> {
  client.create(fields);
  return client.outcome();
}

describe("with store:false a connection continues", () => {
  it("its latest response and any earlier one that it still keeps", async () => {
    const client = await connect();
    client.create();
    const first = await client.completed();
    client.create({ previous_response_id: first.id });
    const second = await client.completed();
    expect(textOf(second)).toBe("two");
    expect(await outcome(client, { previous_response_id: first.id })).toBe("two");
    expect(await outcome(client, { previous_response_id: second.id })).toBe("three");
  });

  it("an interrupted response", async () => {
    const engine = new WatchedEngine(scenario);
    const client = await Client.connect(await serve(engine));
    client.create({ input: "think long" });
    const { response } = await client.next("response.created");
    await client.next("response.output_text.delta");
    client.send({ type: "response.interrupt", response_id: response.id });
    const { output } = (await client.next("response.incomplete")).response;
    expect(output).toMatchObject([{ type: "reasoning", status: "completed" }]);
    expect(await outcome(client, { previous_response_id: response.id, input: "on" })).toBe("one");
    expect(engine.conversation).toEqual([
      { type: "message", role: "user", content: [{ type: "input_text", text: "think long" }] },
      ...output,
      { type: "message", role: "user", content: [{ type: "input_text", text: "on" }] },
    ]);
  });

  it("a tool call when its output is sent", async () => {
    const client = await connect();
    client.create({ input: "call" });
    const { id } = await client.completed();
    const input = [{ type: "function_call_output", call_id: "c1", output: "done" }];
    expect(await outcome(client, { previous_response_id: id, input })).toBe("called");
  });

  it("several tool calls with all of their outputs or none, but not with only some", async () => {
    const output = (call_id: string) => ({ type: "function_call_output", call_id, output: "done" });
    const client = await connect();
    client.create({ input: "call both" });
    const { id } = await client.completed();
    const half = { previous_response_id: id, input: [output("c2")], stream_id: "half" };
    client.create(half);
    const { status, error } = await client.next("error");
    expect([status, error.code, error.param]).toEqual([400, "tool_output_not_found", "input"]);
    expect(error.message).toContain("No tool output found for function call c1");
    const whole = { previous_response_id: id, input: [output("c2"), output("c1")] };
    expect(await outcome(client, whole)).toBe("called");
    expect(await outcome(client, { previous_response_id: id, input: "never mind" })).toBe("one");
  });

  it("no response of another connection, open or closed", async () => {
    const server = await serve(scenario);
    const [one, other] = [await Client.connect(server), await Client.connect(server)];
    one.create();
    const { id } = await one.completed();
    expect(await outcome(other, { previous_response_id: id })).toBe("previous_response_not_found");
    one.socket.close();
    await one.untilClosed();
    const again = await Client.connect(server);
    expect(await outcome(again, { previous_response_id: id })).toBe("previous_response_not_found");
  });
});

it("with store:true any connection can continue a response; an unknown model is refused", async () => {
  const server = await serve(scenario);
  const [one, other] = [await Client.connect(server), await Client.connect(server)];
  one.create({ store: true });
  const { id } = await one.completed();
  expect(await outcome(other, { previous_response_id: id })).toBe("two");
  expect(await outcome(other, { previous_response_id: id, model: "gpt-9" })).toBe("model_not_found");
  expect(await outcome(other, { previous_response_id: id })).toBe("two");
});

describe("a parent response is", () => {
  const bad: [string, object][] = [
    ["a bad field", { temperature: 9 }],
    ["a bad item", { input: [{ role: "robot", content: "" }] }],
    ["an unknown model", { model: "gpt-9" }],
    [
      "an output that answers no call",
      { input: [{ type: "function_call_output", call_id: "x", output: "" }] },
    ],
    ["an image", { input: [{ role: "user", content: [{ type: "input_image", image_url: "data:," }] }] }],
    ["an unknown reference", { input: [{ type: "item_reference", id: "msg_x" }] }],
  ];

  it.each(bad)("evicted by a create with %s on its own lane", async (_, fields) => {
    const client = await connect();
    client.create();
    const { id } = await client.completed();
    client.create({ ...fields, previous_response_id: id });
    expect((await client.next("error")).status).toBeGreaterThanOrEqual(400);
    expect(await outcome(client, { previous_response_id: id })).toBe("previous_response_not_found");
  });

  it.each(bad)("kept through a create with %s on another lane", async (_, fields) => {
    const client = await connect();
    client.create();
    const { id } = await client.completed();
    client.create({ ...fields, previous_response_id: id, stream_id: "fork" });
    expect((await client.next("error")).stream_id).toBe("fork");
    expect(await outcome(client, { previous_response_id: id })).toBe("two");
  });

  it("kept through a frame that is not a create", async () => {
    const client = await connect();
    client.create();
    const { id } = await client.completed();
    client.send({ type: "response.dance", previous_response_id: id });
    await client.next("error");
    expect(await outcome(client, { previous_response_id: id })).toBe("two");
  });
});

it("a create without previous_response_id starts a new chain on its lane", async () => {
  const client = await connect();
  for (const expected of ["one", "one"]) {
    client.create();
    const response = await client.completed();
    expect([textOf(response), response.previous_response_id]).toEqual([expected, null]);
  }
});

it("instructions and tools are not inherited from the parent", async () => {
  const client = await connect();
  client.create({ instructions: "be kind", tools: [{ type: "function", name: "run" }] });
  const { id } = await client.completed();
  client.create({ previous_response_id: id });
  expect(await client.completed()).toMatchObject({ instructions: null, tools: [] });
});

it("over its cache size a connection evicts old responses and keeps the newest", async () => {
  const client = await connect({ cachedBytes: 20_000 });
  client.create({ input: "x".repeat(15_000), stream_id: "a" });
  const old = await client.completed();
  client.create({ input: "y".repeat(15_000), stream_id: "b" });
  const { id } = await client.completed();
  expect(await outcome(client, { previous_response_id: old.id })).toBe("previous_response_not_found");
  expect(await outcome(client, { previous_response_id: id })).toBe("two");
});
